import { isMissing, isBlank, consecutive } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '142',
  message: 'A new episode has started, but the previous episode has not ended.',
  years: since('2022-23'),
  fields: { Episodes: ['DEC', 'REC'] },
  wrong: ({ Episodes }) =>
    consecutive(Episodes, 'DECOM')
      .filter(([previous]) => isBlank(previous, 'DEC') || isMissing(previous.REC))
      .map(([previous]) => previous),
  passes: [{ Episodes: [{ DECOM: '2022-05-01', DEC: '2022-06-01', REC: 'X1' }, { DECOM: '2022-06-01' }] }],
  fails: [
    { Episodes: [{ DECOM: '2022-06-01' }, { DECOM: '2022-05-01', REC: 'X1' }] },
    { Episodes: [{ DECOM: '2022-05-01', DEC: '2022-06-01' }, { DECOM: '2022-06-01' }] },
  ],
});
