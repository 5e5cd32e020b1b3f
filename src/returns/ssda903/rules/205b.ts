import { eighteenthBirthday } from '../../../kernel/calendar/dates.ts';
import { isGiven, isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { isUnaccompaniedNow, wasUnaccompaniedLastYear } from '../unaccompanied.ts';

/** Where last year could already say when the status of a child who still has it this year will cease, that is the 18th birthday. */
export default rule({
  code: '205B',
  message: 'Child previously identified as UASC is also UASC this year, but date UASC ceased in both years does not support this.',
  years: since('2022-23'),
  needs: ['UASC', 'UASC_last'],
  fields: { UASC: ['DUC'], Header: ['UASC'] },
  wrong: (child) =>
    isUnaccompaniedNow(child) && wasUnaccompaniedLastYear(child) && child.UASC_last.some((last) => !isBlank(last, 'DUC'))
      ? child.UASC.filter(({ DUC, DOB }) => isGiven(DUC) && isGiven(DOB) && DUC !== eighteenthBirthday(DOB)).map((row) => [
          row,
          ...child.Header,
        ])
      : [],
  passes: [
    { UASC: [{ DOB: '2004-11-04', DUC: '2022-11-04' }], UASC_last: [{ DUC: '2022-11-04' }] },
    { UASC: [{ DOB: '2005-11-04', DUC: '2022-06-16' }], UASC_last: [{}] },
  ],
  fails: [
    {
      Header: [{ UASC: '1' }],
      Header_last: [{ UASC: '1' }],
      UASC: [{ DOB: '2004-11-04', DUC: '2022-06-16' }],
      UASC_last: [{ DUC: '2022-06-16' }],
    },
  ],
});
