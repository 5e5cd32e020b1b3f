import { isUnreadable } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '141',
  message: 'Date episode began is not a valid date.',
  years: since('2022-23'),
  fields: { Episodes: ['DECOM'] },
  wrong: ({ Episodes }) => Episodes.filter((episode) => isUnreadable(episode, 'DECOM')),
  passes: [{ Episodes: [{ DECOM: '2021-01-01' }, {}] }],
  fails: [{ Episodes: [{ DECOM: '38/04/2019' }] }],
});
