import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** If there is more than one AssessmentFactors (N00181) for an assessment, none of the values should appear more than once. */
export default rule({
  code: '8898',
  message: 'The assessment has more than one parental or child factors with the same code',
  level: 'error',
  years: since('2022-23'),
  fields: { Assessments: ['AssessmentFactors'] },
  wrong: ({ Assessments }) => Assessments.filter(({ AssessmentFactors }) => new Set(AssessmentFactors).size < AssessmentFactors.length),
  passes: [{ Assessments: [{ AssessmentFactors: ['1A', '2B'] }, { AssessmentFactors: ['1A'] }, {}] }],
  fails: [{ Assessments: [{ AssessmentFactors: ['1A', '2B', '1A'] }] }],
});
