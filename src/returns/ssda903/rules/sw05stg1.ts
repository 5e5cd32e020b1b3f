import { isUnreadable } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** The DfE’s message says "began"; the field is the day on which the episode ended, which may be blank. */
export default rule({
  code: 'SW05STG1',
  message: 'Date social worker episode began is not a valid date.',
  years: since('2023-24'),
  fields: { SWEpisodes: ['SW_DEC'] },
  wrong: ({ SWEpisodes }) => SWEpisodes.filter((row) => isUnreadable(row, 'SW_DEC')),
  passes: [{ SWEpisodes: [{ SW_DEC: '2023-06-01' }, {}] }],
  fails: [{ SWEpisodes: [{ SW_DEC: '31/06/2023' }] }],
});
