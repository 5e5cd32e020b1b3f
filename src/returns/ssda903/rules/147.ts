import { isUnreadable } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '147',
  message: 'Date episode ceased is not a valid date.',
  years: since('2022-23'),
  fields: { Episodes: ['DEC'] },
  wrong: ({ Episodes }) => Episodes.filter((episode) => isUnreadable(episode, 'DEC')),
  passes: [{ Episodes: [{ DEC: '2021-01-01' }, {}] }],
  fails: [{ Episodes: [{ DEC: '38/04/2019' }] }],
});
