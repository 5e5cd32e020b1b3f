import { eighteenthBirthday } from '../../../kernel/calendar/dates.ts';
import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { isUnaccompaniedNow, wasUnaccompaniedLastYear } from '../unaccompanied.ts';

/** A status that lasts from the one year into the other ceases on the 18th birthday, if the date is given: so the recorded examples. */
export default rule({
  code: '205B',
  message: 'Child previously identified as UASC is also UASC this year, but date UASC ceased in both years does not support this.',
  years: since('2022-23'),
  needs: ['UASC_last'],
  fields: { UASC: ['DUC'], Header: ['UASC'] },
  wrong: (child) =>
    isUnaccompaniedNow(child) && wasUnaccompaniedLastYear(child)
      ? child.UASC.filter(({ DUC, DOB }) => isGiven(DUC) && isGiven(DOB) && DUC !== eighteenthBirthday(DOB)).map((row) => [
          row,
          ...child.Header,
        ])
      : [],
  passes: [
    { Header: [{ UASC: '1' }], Header_last: [{ UASC: '1' }], UASC: [{ DOB: '2004-11-04', DUC: '2022-11-04' }], UASC_last: [] },
    { UASC: [{ DOB: '2004-11-04' }], UASC_last: [{ DUC: '2021-11-04' }] },
  ],
  fails: [{ Header: [{ UASC: '1' }], Header_last: [{ UASC: '1' }], UASC: [{ DOB: '2004-11-04', DUC: '2022-06-16' }], UASC_last: [] }],
});
