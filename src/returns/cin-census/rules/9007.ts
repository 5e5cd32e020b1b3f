import { isGiven, isMissing } from '../../rule/compare.ts';
import { between } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** Draft. If LBPSentDate (N00827) is present, FGDMMeetingOffer (N00828) should be present. */
export default rule({
  code: '9007',
  message:
    'You have confirmed that a letter before proceedings was sent. Please confirm whether or not a FGDM meeting was offered in the letter.',
  level: 'error',
  years: between('2026-27', '2026-27'),
  isDraft: true,
  fields: { PreProceedings: ['FGDMMeetingOffer'] },
  wrong: ({ PreProceedings }) =>
    PreProceedings.filter(({ LBPSentDate, FGDMMeetingOffer }) => isGiven(LBPSentDate) && isMissing(FGDMMeetingOffer)),
  passes: [{ PreProceedings: [{ LBPSentDate: '2026-05-26', FGDMMeetingOffer: '0' }, {}] }],
  fails: [{ PreProceedings: [{ LBPSentDate: '2026-05-26' }] }],
});
