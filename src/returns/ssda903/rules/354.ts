import { after } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** The DfE’s message speaks of the end; the rule is about the start, of which rule 385 has the end. */
export default rule({
  code: '354',
  message: 'Date episode ceased must be on or before the end of the current collection year.',
  years: since('2022-23'),
  fields: { Episodes: ['DECOM'] },
  wrong: ({ Episodes }, { end }) => Episodes.filter(({ DECOM }) => after(DECOM, end)),
  passes: [{ Episodes: [{ DECOM: '2023-03-31' }, {}] }],
  fails: [{ Episodes: [{ DECOM: '2023-04-01' }] }],
});
