import { before, sameDay } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { earliest, latest } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** The episode that continues is last year’s latest, with the same start. */
export default rule({
  code: '562',
  message:
    'Episode commenced before the start of the current collection year but there is a missing continuous episode in the previous year.',
  years: since('2022-23'),
  needs: ['Episodes_last'],
  fields: { Episodes: ['DECOM'] },
  wrong: ({ Episodes, Episodes_last }, { start }) => {
    const first = earliest(Episodes);
    return first && before(first.DECOM, start) && !sameDay(latest(Episodes_last)?.DECOM, first.DECOM) ? [first] : [];
  },
  passes: [
    { Episodes: [{ DECOM: '2021-06-01' }], Episodes_last: [{ DECOM: '2021-06-01' }] },
    { Episodes: [{ DECOM: '2022-04-01' }], Episodes_last: [] },
  ],
  fails: [{ Episodes: [{ DECOM: '2021-06-01' }], Episodes_last: [{ DECOM: '2021-05-01' }] }],
});
