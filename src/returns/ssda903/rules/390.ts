import { oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { isAdoption } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '390',
  message: 'Reason episode ceased is adopted but child has not been previously placed for adoption.',
  years: since('2022-23'),
  fields: { Episodes: ['PLACE', 'REC'] },
  wrong: ({ Episodes }) => Episodes.filter((episode) => isAdoption(episode) && !oneOf(episode.PLACE, codes.placedForAdoption)),
  passes: [
    {
      Episodes: [
        { REC: 'E12', PLACE: 'A4' },
        { REC: 'E5', PLACE: 'U1' },
      ],
    },
  ],
  fails: [{ Episodes: [{ REC: 'E11', PLACE: 'P1' }] }],
});
