import { before } from '../../rule/compare.ts';
import { between } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { outsideCensus } from '../periods.ts';

/**
 * Draft. If LetterInitCPDate (N00835) is present, it must fall within [Period_of_Census], inclusive, and on or after CourtAppDate
 * (N00834). (The draft gives the text of 9012 here; the message says this.)
 */
export default rule({
  code: '9013',
  message:
    'The date on which the letter to initiate care proceedings was sent to parents/guardians must fall within the reporting year and be on or after the date when the local authority submitted the court application to commence care proceedings.',
  level: 'error',
  years: between('2026-27', '2026-27'),
  isDraft: true,
  fields: { PreProceedings: ['LetterInitCPDate'] },
  wrong: ({ PreProceedings }, census) =>
    PreProceedings.filter(
      ({ LetterInitCPDate, CourtAppDate }) => outsideCensus(LetterInitCPDate, census) || before(LetterInitCPDate, CourtAppDate),
    ),
  passes: [{ PreProceedings: [{ CourtAppDate: '2026-05-26', LetterInitCPDate: '2026-05-26' }, { LetterInitCPDate: '2027-03-31' }, {}] }],
  fails: [
    { PreProceedings: [{ CourtAppDate: '2026-05-26', LetterInitCPDate: '2026-05-25' }] },
    { PreProceedings: [{ LetterInitCPDate: '2027-04-01' }] },
  ],
});
