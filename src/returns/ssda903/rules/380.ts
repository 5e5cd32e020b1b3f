import { oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isTemporary } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** A temporary placement is a change of placement and carers: P or, with a change of legal status, B. */
export default rule({
  code: '380',
  message: 'A period of care cannot start with a temporary placement.',
  years: since('2022-23'),
  fields: { Episodes: ['PLACE', 'RNE'] },
  wrong: ({ Episodes }) => Episodes.filter((episode) => isTemporary(episode) && !oneOf(episode.RNE, ['P', 'B'])),
  passes: [
    {
      Episodes: [
        { PLACE: 'T1', RNE: 'P' },
        { PLACE: 'U1', RNE: 'S' },
      ],
    },
  ],
  fails: [{ Episodes: [{ PLACE: 'T1', RNE: 'S' }] }, { Episodes: [{ PLACE: 'T0', RNE: 'L' }] }],
});
