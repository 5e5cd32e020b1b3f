import { neverInForce } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { firstSocialWorkerDiffersIn } from '../social-workers.ts';

export default rule({
  code: 'SW16aSTG2',
  message: 'The social worker reason episode changed does not match the open episode at the end of last year.',
  years: neverInForce,
  needs: ['SWEpisodes_last'],
  fields: { SWEpisodes: ['SW_ID'] },
  wrong: firstSocialWorkerDiffersIn('SW_ID'),
  passes: [{ SWEpisodes: [{ SW_DECOM: '2022-06-01', SW_ID: 'SW1' }], SWEpisodes_last: [{ SW_DECOM: '2022-06-01', SW_ID: 'SW1' }] }],
  fails: [{ SWEpisodes: [{ SW_DECOM: '2022-06-01', SW_ID: 'SW2' }], SWEpisodes_last: [{ SW_DECOM: '2022-06-01', SW_ID: 'SW1' }] }],
});
