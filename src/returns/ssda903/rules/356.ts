import { before } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '356',
  message: 'The date the episode ceased is before the date the same episode started.',
  years: since('2022-23'),
  fields: { Episodes: ['DECOM', 'DEC'] },
  wrong: ({ Episodes }) => Episodes.filter(({ DECOM, DEC }) => before(DEC, DECOM)),
  passes: [{ Episodes: [{ DECOM: '2022-06-01', DEC: '2022-06-01' }, { DECOM: '2022-06-01' }] }],
  fails: [{ Episodes: [{ DECOM: '2022-06-01', DEC: '2022-05-31' }] }],
});
