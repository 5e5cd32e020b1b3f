import { isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '148',
  message: 'Date episode ceased and reason episode ceased must both be coded, or both left blank.',
  years: since('2022-23'),
  fields: { Episodes: ['DEC', 'REC'] },
  wrong: ({ Episodes }) => Episodes.filter((episode) => isBlank(episode, 'DEC') !== isBlank(episode, 'REC')),
  passes: [{ Episodes: [{ DEC: '2022-06-06', REC: 'X1' }, {}] }],
  fails: [{ Episodes: [{ DEC: '2022-06-06' }] }, { Episodes: [{ REC: 'X1' }] }],
});
