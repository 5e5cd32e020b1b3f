import { since } from '../../rule/years.ts';
import { lastedOver } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '365',
  message: 'Any individual short- term respite placement must not exceed 17 days.',
  years: since('2022-23'),
  fields: { Episodes: ['LS', 'DECOM', 'DEC'] },
  wrong: ({ Episodes }, { end }) => Episodes.filter((episode) => episode.LS === 'V3' && lastedOver(17, episode, end)),
  passes: [
    {
      Episodes: [
        { LS: 'V3', DECOM: '2022-06-01', DEC: '2022-06-18' },
        { LS: 'C2', DECOM: '2022-06-18' },
      ],
    },
  ],
  fails: [{ Episodes: [{ LS: 'V3', DECOM: '2022-06-01', DEC: '2022-06-19' }] }, { Episodes: [{ LS: 'V3', DECOM: '2022-06-01' }] }],
});
