import { before, isUnreadable } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** A status that ceased before the year is none of this year’s. */
export default rule({
  code: '104',
  message: 'Date for Unaccompanied Asylum-Seeking Children (UASC) status ceased is not a valid date.',
  years: since('2022-23'),
  fields: { UASC: ['DUC'] },
  wrong: ({ UASC }, { start }) => UASC.filter((child) => isUnreadable(child, 'DUC') || before(child.DUC, start)),
  passes: [{ UASC: [{ DUC: '2022-04-01' }, {}] }],
  fails: [{ UASC: [{ DUC: '38/04/2022' }] }, { UASC: [{ DUC: '2022-03-31' }] }],
});
