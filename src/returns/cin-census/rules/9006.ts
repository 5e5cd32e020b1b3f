import { before } from '../../rule/compare.ts';
import { between } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { outsideCensus } from '../periods.ts';

/** Draft. If LBPSentDate (N00827) is present, it must fall within [Period_of_Census], inclusive, and on or after PPStartDate (N00826). */
export default rule({
  code: '9006',
  message: 'The date the letter before proceedings was sent must be within the reporting year and after the date pre-proceedings began.',
  level: 'error',
  years: between('2026-27', '2026-27'),
  isDraft: true,
  fields: { PreProceedings: ['LBPSentDate'] },
  wrong: ({ PreProceedings }, census) =>
    PreProceedings.filter(({ LBPSentDate, PPStartDate }) => outsideCensus(LBPSentDate, census) || before(LBPSentDate, PPStartDate)),
  passes: [{ PreProceedings: [{ PPStartDate: '2026-05-26', LBPSentDate: '2026-05-26' }, { LBPSentDate: '2027-03-31' }, {}] }],
  fails: [
    { PreProceedings: [{ PPStartDate: '2026-05-26', LBPSentDate: '2026-05-25' }] },
    { PreProceedings: [{ LBPSentDate: '2027-04-01' }] },
  ],
});
