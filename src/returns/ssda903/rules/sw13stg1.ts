import { isGiven, oneOf } from '../../rule/compare.ts';
import { between, since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

const asked = {
  code: 'SW13STG1',
  fields: { SWEpisodes: ['SW_REASON'] },
} as const;

export default [
  rule({
    ...asked,
    message: 'The reason for social worker change is either not valid or has not been entered.',
    years: between('2023-24', '2023-24'),
    wrong: ({ SWEpisodes }) => SWEpisodes.filter(({ SW_REASON }) => !oneOf(SW_REASON, codes.reasonsForSocialWorkerChange)),
    passes: [{ SWEpisodes: [{ SW_REASON: 'MANAGE' }] }],
    fails: [{ SWEpisodes: [{ SW_REASON: 'x' }] }, { SWEpisodes: [{}] }],
  }),
  rule({
    ...asked,
    message: 'The reason for social worker change is not valid.',
    years: since('2024-25'),
    wrong: ({ SWEpisodes }) =>
      SWEpisodes.filter(({ SW_REASON }) => isGiven(SW_REASON) && !oneOf(SW_REASON, codes.reasonsForSocialWorkerChange)),
    passes: [{ SWEpisodes: [{ SW_REASON: 'MANAGE' }, {}] }],
    fails: [{ SWEpisodes: [{ SW_REASON: 'x' }] }],
  }),
];
