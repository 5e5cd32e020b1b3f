import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** AssessmentFactors (N00181) should not be 19A: 19B and 19C tell apart who it was. */
export default rule({
  code: '8950Q',
  message:
    "Please check and either amend data or provide a reason: the assessment factors code '19A' should not be used ('19B' or '19C' should be used instead)",
  level: 'query',
  years: since('2024-25'),
  fields: { Assessments: ['AssessmentFactors'] },
  wrong: ({ Assessments }) =>
    Assessments.filter(({ AssessmentFactors }) => AssessmentFactors.some((factor) => factor.toUpperCase() === '19A')),
  passes: [{ Assessments: [{ AssessmentFactors: ['19B', '19C'] }, {}] }],
  fails: [{ Assessments: [{ AssessmentFactors: ['1A', '19A'] }] }],
});
