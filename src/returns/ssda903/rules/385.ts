import { after } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '385',
  message: 'Date episode ceased must be on or before the end of the current collection year.',
  years: since('2022-23'),
  fields: { Episodes: ['DEC'] },
  wrong: ({ Episodes }, { end }) => Episodes.filter(({ DEC }) => after(DEC, end)),
  passes: [{ Episodes: [{ DEC: '2023-03-31' }, {}] }],
  fails: [{ Episodes: [{ DEC: '2023-04-01' }] }],
});
