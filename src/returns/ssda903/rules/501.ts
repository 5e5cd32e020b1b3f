import { before, consecutive } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '501',
  message: 'A new episode has started before the end date of the previous episode.',
  years: since('2022-23'),
  fields: { Episodes: ['DECOM', 'DEC'] },
  wrong: ({ Episodes }) =>
    consecutive(Episodes, 'DECOM')
      .filter(([previous, episode]) => before(episode.DECOM, previous.DEC))
      .map(([, episode]) => episode),
  passes: [{ Episodes: [{ DECOM: '2022-06-01', DEC: '2022-06-04' }, { DECOM: '2022-06-04' }] }],
  fails: [{ Episodes: [{ DECOM: '2022-06-01', DEC: '2022-06-04' }, { DECOM: '2022-06-03' }] }],
});
