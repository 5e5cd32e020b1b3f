import { isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { beforeEndOfCensusMinus } from '../periods.ts';

const isTooEarly = beforeEndOfCensusMinus(45);

/**
 * If AssessmentAuthorisationDate (N00160) is not present, AssessmentActualStartDate (N00159) should not be before the ReferenceDate
 * (N00603) minus 45 working days.
 */
export default rule({
  code: '8670Q',
  message:
    'Please check and either amend data or provide a reason: Assessment started more than 45 working days before the end of the census year. However, there is no Assessment end date.',
  level: 'query',
  years: since('2022-23'),
  fields: { Assessments: ['AssessmentActualStartDate', 'AssessmentAuthorisationDate'] },
  wrong: ({ Assessments }, census) =>
    Assessments.filter(
      (assessment) => isMissing(assessment.AssessmentAuthorisationDate) && isTooEarly(assessment.AssessmentActualStartDate, census),
    ),
  passes: [
    {
      Assessments: [
        { AssessmentActualStartDate: '2023-01-30' },
        { AssessmentActualStartDate: '2023-01-27', AssessmentAuthorisationDate: '2023-03-31' },
        {},
      ],
    },
  ],
  fails: [{ Assessments: [{ AssessmentActualStartDate: '2023-01-29' }] }],
});
