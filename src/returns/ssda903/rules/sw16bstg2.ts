import { neverInForce } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { firstSocialWorkerDiffersIn } from '../social-workers.ts';

export default rule({
  code: 'SW16bSTG2',
  message: 'The social worker episode start date does not match the open episode at the end of last year.',
  years: neverInForce,
  needs: ['SWEpisodes_last'],
  fields: { SWEpisodes: ['SW_DECOM'] },
  wrong: firstSocialWorkerDiffersIn('SW_DECOM'),
  passes: [{ SWEpisodes: [{ SW_DECOM: '2022-06-01' }], SWEpisodes_last: [{ SW_DECOM: '2022-06-01' }] }],
  fails: [{ SWEpisodes: [{ SW_DECOM: '2022-06-02' }], SWEpisodes_last: [{ SW_DECOM: '2022-06-01' }] }],
});
