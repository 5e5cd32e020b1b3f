import { before } from '../../rule/compare.ts';
import { between } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { outsideCensus } from '../periods.ts';

/**
 * Draft. If CourtAppDate (N00834) is present, it must fall within [Period_of_Census], inclusive, and on or after StepDecisionDate
 * (N00832).
 */
export default rule({
  code: '9012',
  message:
    'The date that the local authority submitted the court application to commence care proceedings must fall within the reporting year and be on or after the date of the decision to initiate care proceedings.',
  level: 'error',
  years: between('2026-27', '2026-27'),
  isDraft: true,
  fields: { PreProceedings: ['CourtAppDate'] },
  wrong: ({ PreProceedings }, census) =>
    PreProceedings.filter(
      ({ CourtAppDate, StepDecisionDate }) => outsideCensus(CourtAppDate, census) || before(CourtAppDate, StepDecisionDate),
    ),
  passes: [{ PreProceedings: [{ StepDecisionDate: '2026-05-26', CourtAppDate: '2026-05-26' }, { CourtAppDate: '2027-03-31' }, {}] }],
  fails: [
    { PreProceedings: [{ StepDecisionDate: '2026-05-26', CourtAppDate: '2026-05-25' }] },
    { PreProceedings: [{ CourtAppDate: '2027-04-01' }] },
  ],
});
