import { oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '516',
  message:
    'The episode data submitted for this child does not show that he/she was with their former foster carer(s) during the year.If the code in the reason episode ceased is E45 or E46 the child must have a placement code of U1 to U6.',
  years: since('2022-23'),
  fields: { Episodes: ['REC', 'PLACE'] },
  wrong: ({ Episodes }) => Episodes.filter(({ REC, PLACE }) => oneOf(REC, ['E45', 'E46']) && !oneOf(PLACE, codes.fosterPlacements)),
  passes: [
    {
      Episodes: [
        { REC: 'E45', PLACE: 'U1' },
        { REC: 'E47', PLACE: 'K2' },
      ],
    },
  ],
  fails: [{ Episodes: [{ REC: 'E46', PLACE: 'K2' }] }],
});
