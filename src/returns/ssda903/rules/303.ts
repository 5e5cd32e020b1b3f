import { isGiven, isBlank, everyPair } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '303',
  message: 'If date Unaccompanied Asylum-Seeking Child (UASC) status ceased is not null, UASC status must be coded 1.',
  years: since('2022-23'),
  needs: ['UASC', 'Header'],
  fields: { UASC: ['DUC'], Header: ['UASC'] },
  wrong: ({ UASC: rows, Header }) =>
    everyPair(rows, Header).filter(([row, header]) => !isBlank(row, 'DUC') && isGiven(header.UASC) && header.UASC !== '1'),
  passes: [
    { UASC: [{ DUC: '2022-06-01' }], Header: [{ UASC: '1' }] },
    { UASC: [{}], Header: [{ UASC: '0' }] },
  ],
  fails: [{ UASC: [{ DUC: '2022-06-01' }], Header: [{ UASC: '0' }] }],
});
