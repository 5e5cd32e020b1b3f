import { isMissing, onOrAfter } from '../../rule/compare.ts';
import { neverInForce } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { socialWorkersFrom } from '../social-workers.ts';

export default rule({
  code: 'SW15STG2',
  message: 'Reason for social worker change is missing.',
  years: neverInForce,
  fields: { SWEpisodes: ['SW_REASON'] },
  wrong: ({ SWEpisodes }, year) =>
    SWEpisodes.filter(({ SW_DECOM, SW_REASON }) => onOrAfter(SW_DECOM, socialWorkersFrom(year)) && isMissing(SW_REASON)),
  passes: [{ SWEpisodes: [{ SW_DECOM: '2023-04-01', SW_REASON: 'MANAGE' }, { SW_DECOM: '2023-03-31' }] }],
  fails: [{ SWEpisodes: [{ SW_DECOM: '2024-06-01' }] }],
});
