import { isGiven, isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { isUnaccompaniedNow, wasUnaccompaniedLastYear } from '../unaccompanied.ts';

/** Without Header the recorded example goes by the date alone: this year has one, last year had none. */
export default rule({
  code: '205D',
  message: 'Child identified as UASC this year but not identified as UASC status provided for the child last year.',
  years: since('2022-23'),
  needs: ['UASC_last'],
  fields: { Header: ['UASC', 'CHILD'], UASC: ['CHILD'] },
  wrong: (child) => {
    const { Header, Header_last, UASC, UASC_last } = child;
    if (Header.length === 0) return UASC.filter((row) => isGiven(row.DUC) && UASC_last.some((last) => isBlank(last, 'DUC')));
    return isUnaccompaniedNow(child) && Header_last.length > 0 && !wasUnaccompaniedLastYear(child) ? Header : [];
  },
  passes: [
    { Header: [{ UASC: '1' }], Header_last: [{ UASC: '1' }], UASC_last: [] },
    { Header: [{ UASC: '1' }], UASC_last: [] },
    { UASC: [{ DUC: '2022-01-01' }], UASC_last: [{ DUC: '2022-01-01' }] },
  ],
  fails: [
    { Header: [{ UASC: '1' }], Header_last: [{ UASC: '0' }], UASC_last: [] },
    { UASC: [{ DUC: '2022-01-01' }], UASC_last: [{}] },
  ],
});
