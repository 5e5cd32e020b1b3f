import { before } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** If present, AssessmentAuthorisationDate (N00160) must be on or after the AssessmentActualStartDate (N00159). */
export default rule({
  code: '8608',
  message: 'Assessment Start Date cannot be later than its End Date',
  level: 'error',
  years: since('2022-23'),
  fields: { Assessments: ['AssessmentActualStartDate', 'AssessmentAuthorisationDate'] },
  wrong: ({ Assessments }) =>
    Assessments.filter((assessment) => before(assessment.AssessmentAuthorisationDate, assessment.AssessmentActualStartDate)),
  passes: [
    { Assessments: [{ AssessmentActualStartDate: '2022-05-26', AssessmentAuthorisationDate: '2022-05-26' }] },
    { Assessments: [{ AssessmentActualStartDate: '2022-05-26' }] },
  ],
  fails: [{ Assessments: [{ AssessmentActualStartDate: '2022-05-26', AssessmentAuthorisationDate: '2022-05-25' }] }],
});
