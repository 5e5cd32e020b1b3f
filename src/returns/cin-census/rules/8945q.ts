import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** AssessmentFactors (N00181) should not be 18A: 18B and 18C tell apart who it was. */
export default rule({
  code: '8945Q',
  message:
    "Please check and either amend data or provide a reason: the assessment factors code '18A' should not be used ('18B' or '18C' should be used instead)",
  level: 'query',
  years: since('2024-25'),
  fields: { Assessments: ['AssessmentFactors'] },
  wrong: ({ Assessments }) =>
    Assessments.filter(({ AssessmentFactors }) => AssessmentFactors.some((factor) => factor.toUpperCase() === '18A')),
  passes: [{ Assessments: [{ AssessmentFactors: ['18B', '18C'] }, {}] }],
  fails: [{ Assessments: [{ AssessmentFactors: ['1A', '18A'] }] }],
});
