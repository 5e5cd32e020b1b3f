import { isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** If AssessmentAuthorisationDate (N00160) is missing, AssessmentFactors (N00181) within the same module must also be missing. */
export default rule({
  code: '8614',
  message: 'Parental or child factors at assessment should only be present for a completed assessment.',
  level: 'error',
  years: since('2022-23'),
  fields: { Assessments: ['AssessmentAuthorisationDate', 'AssessmentFactors'] },
  wrong: ({ Assessments }) =>
    Assessments.filter((assessment) => isMissing(assessment.AssessmentAuthorisationDate) && assessment.AssessmentFactors.length > 0),
  passes: [{ Assessments: [{ AssessmentAuthorisationDate: '2022-05-26', AssessmentFactors: ['1A', '2B'] }, {}] }],
  fails: [{ Assessments: [{ AssessmentFactors: ['1A'] }] }],
});
