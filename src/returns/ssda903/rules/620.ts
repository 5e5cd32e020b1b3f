import { since } from '../../rule/years.ts';
import { isUnder } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

/** Under 11 when the year began. */
export default rule({
  code: '620',
  message: 'Child has been recorded as a mother, but date of birth shows that the mother is under 11 years of age.',
  years: since('2022-23'),
  fields: { Header: ['DOB', 'MOTHER'] },
  wrong: ({ Header }, { start }) => Header.filter(({ MOTHER, DOB }) => MOTHER === '1' && isUnder(DOB, 11, start)),
  passes: [
    {
      Header: [
        { MOTHER: '1', DOB: '2011-04-01' },
        { MOTHER: '0', DOB: '2015-04-01' },
      ],
    },
  ],
  fails: [{ Header: [{ MOTHER: '1', DOB: '2011-04-02' }] }],
});
