import { oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isShortBreak } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '384',
  message: 'A child receiving respite care cannot be in a long-term foster placement',
  years: since('2022-23'),
  fields: { Episodes: ['PLACE', 'LS'] },
  wrong: ({ Episodes }) => Episodes.filter((episode) => isShortBreak(episode) && oneOf(episode.PLACE, ['U1', 'U4'])),
  passes: [
    {
      Episodes: [
        { LS: 'V3', PLACE: 'U3' },
        { LS: 'C2', PLACE: 'U1' },
      ],
    },
  ],
  fails: [{ Episodes: [{ LS: 'V4', PLACE: 'U1' }] }],
});
