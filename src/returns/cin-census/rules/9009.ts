import { before } from '../../rule/compare.ts';
import { between } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { outsideCensus } from '../periods.ts';

/**
 * Draft. If StepDecisionDate (N00832) is present, it must fall within [Period_of_Census], inclusive, and on or after PPStartDate (N00826).
 * (The draft gives the text of 9006 here; the message says this.)
 */
export default rule({
  code: '9009',
  message:
    'The date when the decision was made to step up or down must be on or after the date of the decision to begin pre-proceedings and must fall within the reporting year',
  level: 'error',
  years: between('2026-27', '2026-27'),
  isDraft: true,
  fields: { PreProceedings: ['StepDecisionDate'] },
  wrong: ({ PreProceedings }, census) =>
    PreProceedings.filter(
      ({ StepDecisionDate, PPStartDate }) => outsideCensus(StepDecisionDate, census) || before(StepDecisionDate, PPStartDate),
    ),
  passes: [{ PreProceedings: [{ PPStartDate: '2026-05-26', StepDecisionDate: '2026-05-26' }, { StepDecisionDate: '2027-03-31' }, {}] }],
  fails: [
    { PreProceedings: [{ PPStartDate: '2026-05-26', StepDecisionDate: '2026-05-25' }] },
    { PreProceedings: [{ StepDecisionDate: '2027-04-01' }] },
  ],
});
