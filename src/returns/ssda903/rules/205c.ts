import { isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { isUnaccompaniedNow, wasUnaccompaniedLastYear } from '../unaccompanied.ts';

export default rule({
  code: '205C',
  message: 'Child not identified as UASC either this year or last year but date UASC ceased has been provided.',
  years: since('2022-23'),
  needs: ['UASC_last'],
  fields: { UASC: ['DUC'], Header: ['UASC'] },
  wrong: (child) =>
    !isUnaccompaniedNow(child) &&
    !wasUnaccompaniedLastYear(child) &&
    [...child.UASC, ...child.UASC_last].some((row) => !isBlank(row, 'DUC'))
      ? [[...child.Header, ...child.UASC]]
      : [],
  passes: [
    { Header: [{ UASC: '0' }], Header_last: [{ UASC: '0' }], UASC: [{}], UASC_last: [] },
    { Header: [{ UASC: '0' }], Header_last: [{ UASC: '1' }], UASC_last: [{ DUC: '2022-01-01' }] },
  ],
  fails: [{ Header: [{ UASC: '0' }], Header_last: [{ UASC: '0' }], UASC: [{ DUC: '2022-06-01' }], UASC_last: [] }],
});
