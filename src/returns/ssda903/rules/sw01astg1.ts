import { before, isBlank, isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { reasonsFrom } from '../social-workers.ts';

/** The reason is not asked of an episode that began before 1 April 2023. */
export default rule({
  code: 'SW01aSTG1',
  message: 'For each social worker episode, information should be complete',
  years: since('2024-25'),
  fields: { SWEpisodes: ['SW_DECOM', 'SW_ID'] },
  wrong: ({ SWEpisodes }) =>
    SWEpisodes.filter((row) => isBlank(row, 'SW_DECOM') || (before(row.SW_DECOM, reasonsFrom) && isMissing(row.SW_ID))),
  passes: [{ SWEpisodes: [{ SW_ID: 'SW1', SW_DECOM: '2022-06-01' }, { SW_DECOM: '2023-04-01' }] }],
  fails: [{ SWEpisodes: [{ SW_DECOM: '2022-06-01' }] }, { SWEpisodes: [{ SW_ID: 'SW1' }] }],
});
