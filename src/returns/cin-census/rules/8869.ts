import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** If AssessmentFactors (N00181) = 21, this must be the only AssessmentFactors present. */
export default rule({
  code: '8869',
  message: 'The assessment factors code “21” cannot be used in conjunction with any other assessment factors.',
  level: 'error',
  years: since('2022-23'),
  fields: { Assessments: ['AssessmentFactors'] },
  wrong: ({ Assessments }) =>
    Assessments.filter(({ AssessmentFactors }) => AssessmentFactors.includes('21') && AssessmentFactors.length > 1),
  passes: [{ Assessments: [{ AssessmentFactors: ['21'] }, { AssessmentFactors: ['1A', '2B'] }, {}] }],
  fails: [{ Assessments: [{ AssessmentFactors: ['21', '1A'] }] }, { Assessments: [{ AssessmentFactors: ['21', '21'] }] }],
});
