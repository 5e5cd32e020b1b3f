import { sameDay } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '355',
  message: 'Episode appears to have lasted for less than 24 hours',
  years: since('2022-23'),
  fields: { Episodes: ['DECOM', 'DEC'] },
  wrong: ({ Episodes }) => Episodes.filter(({ DECOM, DEC }) => sameDay(DECOM, DEC)),
  passes: [{ Episodes: [{ DECOM: '2022-06-01', DEC: '2022-06-02' }, { DECOM: '2022-06-01' }, {}] }],
  fails: [{ Episodes: [{ DECOM: '2022-06-01', DEC: '2022-06-01' }] }],
});
