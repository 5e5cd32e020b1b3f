import { since } from '../../rule/years.ts';
import { isShortBreak, isTemporary } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '382',
  message: 'A child receiving respite care cannot be in a temporary placement.',
  years: since('2022-23'),
  fields: { Episodes: ['LS', 'PLACE'] },
  wrong: ({ Episodes }) => Episodes.filter((episode) => isShortBreak(episode) && isTemporary(episode)),
  passes: [
    {
      Episodes: [
        { LS: 'V3', PLACE: 'U3' },
        { LS: 'C2', PLACE: 'T1' },
      ],
    },
  ],
  fails: [{ Episodes: [{ LS: 'V4', PLACE: 'T1' }] }],
});
