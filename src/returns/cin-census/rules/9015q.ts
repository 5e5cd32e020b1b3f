import { isGiven, isMissing } from '../../rule/compare.ts';
import { between } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** Draft. If InitialPPMeetingDate (N00830) is present, ReviewMeetingsCount (N00831) should be reported. */
export default rule({
  code: '9015Q',
  message:
    'Please check: if review meetings were held  following the initial pre-proceedings meeting, the total number held should be reported.',
  level: 'error',
  years: between('2026-27', '2026-27'),
  isDraft: true,
  fields: { PreProceedings: ['ReviewMeetingsCount'] },
  wrong: ({ PreProceedings }) =>
    PreProceedings.filter(
      ({ InitialPPMeetingDate, ReviewMeetingsCount }) => isGiven(InitialPPMeetingDate) && isMissing(ReviewMeetingsCount),
    ),
  passes: [{ PreProceedings: [{ InitialPPMeetingDate: '2026-05-26', ReviewMeetingsCount: '0' }, {}] }],
  fails: [{ PreProceedings: [{ InitialPPMeetingDate: '2026-05-26' }] }],
});
