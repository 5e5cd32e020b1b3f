import { oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isUnder } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

/** T1 and T2: a foyer, suitable or not. */
export default rule({
  code: '347',
  message: 'Care leavers aged under 18 years, can not be accommodated in a Foyer.',
  years: since('2023-24'),
  fields: { OC3: ['DOB', 'ACCOM'] },
  wrong: ({ OC3 }, { start }) => OC3.filter(({ ACCOM, DOB }) => oneOf(ACCOM, ['T', 'T1', 'T2']) && isUnder(DOB, 18, start)),
  passes: [
    {
      OC3: [
        { DOB: '2005-04-01', ACCOM: 'T1' },
        { DOB: '2006-04-01', ACCOM: 'B1' },
      ],
    },
  ],
  fails: [{ OC3: [{ DOB: '2005-04-02', ACCOM: 'T1' }] }],
});
