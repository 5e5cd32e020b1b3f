import { between } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { outsideCensus } from '../periods.ts';

/** Draft. If InitialPPMeetingDate (N00830) is present, it must fall within [Period_of_Census], inclusive. */
export default rule({
  code: '9008',
  message: 'The date of the first effective pre-proceedings meeting must be within the reporting year.',
  level: 'error',
  years: between('2026-27', '2026-27'),
  isDraft: true,
  fields: { PreProceedings: ['InitialPPMeetingDate'] },
  wrong: ({ PreProceedings }, census) => PreProceedings.filter(({ InitialPPMeetingDate }) => outsideCensus(InitialPPMeetingDate, census)),
  passes: [{ PreProceedings: [{ InitialPPMeetingDate: '2026-04-01' }, { InitialPPMeetingDate: '2027-03-31' }, {}] }],
  fails: [{ PreProceedings: [{ InitialPPMeetingDate: '2026-03-31' }] }, { PreProceedings: [{ InitialPPMeetingDate: '2027-04-01' }] }],
});
