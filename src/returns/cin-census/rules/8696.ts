import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { outsideCensus } from '../periods.ts';

/** If AssessmentAuthorisationDate (N00160) is present, it must fall within [Period_of_Census], inclusive. */
export default rule({
  code: '8696',
  message: 'Assessment end date must fall within the census year',
  level: 'error',
  years: since('2022-23'),
  fields: { Assessments: ['AssessmentAuthorisationDate'] },
  wrong: ({ Assessments }, census) =>
    Assessments.filter(({ AssessmentAuthorisationDate }) => outsideCensus(AssessmentAuthorisationDate, census)),
  passes: [{ Assessments: [{ AssessmentAuthorisationDate: '2022-04-01' }, { AssessmentAuthorisationDate: '2023-03-31' }, {}] }],
  fails: [
    { Assessments: [{ AssessmentAuthorisationDate: '2022-03-31' }] },
    { Assessments: [{ AssessmentAuthorisationDate: '2023-04-01' }] },
  ],
});
