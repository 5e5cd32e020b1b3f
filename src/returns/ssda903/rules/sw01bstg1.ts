import { before, isAnyBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { reasonsFrom, socialWorkerFields } from '../social-workers.ts';

export default rule({
  code: 'SW01bSTG1',
  message: 'For each social worker episode, information should be complete',
  years: since('2024-25'),
  fields: { SWEpisodes: ['SW_DECOM', 'SW_ID', 'SW_REASON'] },
  wrong: ({ SWEpisodes }) => SWEpisodes.filter((row) => !before(row.SW_DECOM, reasonsFrom) && isAnyBlank(row, socialWorkerFields)),
  passes: [
    {
      SWEpisodes: [
        { SW_ID: 'SW1', SW_DECOM: '2023-03-31' },
        { SW_ID: 'SW1', SW_DECOM: '2023-04-01', SW_REASON: 'MANAGE' },
      ],
    },
  ],
  fails: [{ SWEpisodes: [{ SW_ID: 'SW1', SW_DECOM: '2023-04-01' }] }],
});
