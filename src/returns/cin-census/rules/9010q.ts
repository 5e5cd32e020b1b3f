import { isMissing } from '../../rule/compare.ts';
import { between } from '../../rule/years.ts';
import { isTrue, rule } from '../census.ts';

/** Draft. If FGDMMeetingOffer (N00828) is present and equals true, FGDMMeetingFac (N00829) should be present. */
export default rule({
  code: '9010Q',
  message:
    'Please check: You have reported that a FGDM meeting was offered in the letter before proceedings. Please confirm whether or not a FGDM meeting was facilitated in the pre-proceedings period following this offer.',
  level: 'error',
  years: between('2026-27', '2026-27'),
  isDraft: true,
  fields: { PreProceedings: ['FGDMMeetingFac'] },
  wrong: ({ PreProceedings }) =>
    PreProceedings.filter(({ FGDMMeetingOffer, FGDMMeetingFac }) => isTrue(FGDMMeetingOffer) && isMissing(FGDMMeetingFac)),
  passes: [{ PreProceedings: [{ FGDMMeetingOffer: '1', FGDMMeetingFac: '0' }, { FGDMMeetingOffer: '0' }, {}] }],
  fails: [{ PreProceedings: [{ FGDMMeetingOffer: 'true' }] }],
});
