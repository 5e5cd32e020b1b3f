import { isAnyBlank } from '../../rule/compare.ts';
import { between } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { socialWorkerFields } from '../social-workers.ts';

export default rule({
  code: 'SW03STG1',
  message: 'For each social worker episode, information should be complete.',
  years: between('2023-24', '2023-24'),
  fields: { SWEpisodes: socialWorkerFields },
  wrong: ({ SWEpisodes }) => SWEpisodes.filter((row) => isAnyBlank(row, socialWorkerFields)),
  passes: [{ SWEpisodes: [{ SW_ID: 'SW1', SW_DECOM: '2023-06-01', SW_REASON: 'FCONTA' }] }],
  fails: [{ SWEpisodes: [{ SW_ID: 'SW1', SW_DECOM: '2023-06-01' }] }],
});
