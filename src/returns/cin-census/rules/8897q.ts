import { onOrAfter, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { codes } from '../codes.ts';

/**
 * Where AssessmentAuthorisationDate (N00160) is on or after [Start_Of_Census_Year], one or more AssessmentFactors (N00181) must be present
 * within the same assessment module, and must be a valid code.
 */
export default rule({
  code: '8897Q',
  message: 'Parental or child factors at assessment information is missing from a completed assessment',
  level: 'query',
  years: since('2022-23'),
  fields: { Assessments: ['AssessmentAuthorisationDate', 'AssessmentFactors'] },
  wrong: ({ Assessments }, { start }) =>
    Assessments.filter(({ AssessmentAuthorisationDate, AssessmentFactors }) => {
      const areValid = AssessmentFactors.length > 0 && AssessmentFactors.every((factor) => oneOf(factor, codes.assessmentFactors));
      return onOrAfter(AssessmentAuthorisationDate, start) && !areValid;
    }),
  passes: [
    {
      Assessments: [
        { AssessmentAuthorisationDate: '2022-04-01', AssessmentFactors: ['1A', '2B'] },
        { AssessmentAuthorisationDate: '2022-03-31' },
        {},
      ],
    },
  ],
  fails: [
    { Assessments: [{ AssessmentAuthorisationDate: '2022-04-01' }] },
    { Assessments: [{ AssessmentAuthorisationDate: '2022-04-01', AssessmentFactors: ['1A', '99'] }] },
  ],
});
