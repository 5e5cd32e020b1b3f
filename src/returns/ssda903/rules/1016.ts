import { inOrder, isAnyGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isOfAge, isPast } from '../ages.ts';
import { latest } from '../episodes.ts';
import { careLeaverFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

/** Turned 17 or 18 in the year, and ceased to be looked after later than on that birthday. */
export default rule({
  code: '1016',
  message: 'Care leaver information is not required for 17- or 18-year olds who cease to be looked after, after their birthday.',
  years: since('2023-24'),
  needs: ['Episodes'],
  fields: { OC3: careLeaverFields },
  wrong: ({ OC3, Episodes }, { end }) => {
    const ceased = (latest(Episodes) ?? inOrder(Episodes, 'DEC').at(-1))?.DEC;
    return OC3.filter(
      (leaver) =>
        isAnyGiven(leaver, careLeaverFields) && [17, 18].some((age) => isOfAge(leaver.DOB, age, end) && isPast(leaver.DOB, age, ceased)),
    );
  },
  passes: [
    { OC3: [{ DOB: '2006-06-01', IN_TOUCH: 'YES' }], Episodes: [{ DECOM: '2020-06-01', DEC: '2023-06-01' }] },
    { OC3: [{ DOB: '2006-06-01' }], Episodes: [{ DECOM: '2020-06-01', DEC: '2023-08-01' }] },
  ],
  fails: [
    { OC3: [{ DOB: '2005-06-01', ACCOM: 'B1' }], Episodes: [{ DEC: '2023-06-02' }] },
    { OC3: [{ DOB: '2006-06-01', IN_TOUCH: 'YES' }], Episodes: [{ DECOM: '2020-06-01', DEC: '2023-08-01' }] },
  ],
});
