import { neverInForce } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { firstSocialWorkerDiffersIn } from '../social-workers.ts';

export default rule({
  code: 'SW16cSTG2',
  message: 'The social worker reason episode changed does not match the open episode at the end of last year.',
  years: neverInForce,
  needs: ['SWEpisodes_last'],
  fields: { SWEpisodes: ['SW_REASON'] },
  wrong: firstSocialWorkerDiffersIn('SW_REASON'),
  passes: [
    { SWEpisodes: [{ SW_DECOM: '2022-06-01', SW_REASON: 'MANAGE' }], SWEpisodes_last: [{ SW_DECOM: '2022-06-01', SW_REASON: 'MANAGE' }] },
  ],
  fails: [
    { SWEpisodes: [{ SW_DECOM: '2022-06-01', SW_REASON: 'MANAGE' }], SWEpisodes_last: [{ SW_DECOM: '2022-06-01', SW_REASON: 'OTHERS' }] },
  ],
});
