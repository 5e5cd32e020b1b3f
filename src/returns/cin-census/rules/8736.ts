import { grouped, isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { outsideCensus } from '../periods.ts';

/**
 * If an Assessments group does not contain the AssessmentAuthorisationDate (N00160), the AssessmentActualStartDate (N00159) must be on or
 * between [Start_Of_Census_Year] and ReferenceDate (N00603). Assessments begun on one day are shown together.
 */
export default rule({
  code: '8736',
  message: 'For an Assessment that has not been completed, the start date must fall within the census year',
  level: 'error',
  years: since('2022-23'),
  fields: { Assessments: ['AssessmentAuthorisationDate', 'AssessmentActualStartDate'] },
  wrong: ({ Assessments }, census) => {
    const open = Assessments.filter(({ AssessmentAuthorisationDate }) => isMissing(AssessmentAuthorisationDate));
    const outside = open.filter(({ AssessmentActualStartDate }) => outsideCensus(AssessmentActualStartDate, census));
    return grouped(outside, ({ AssessmentActualStartDate }) => AssessmentActualStartDate);
  },
  passes: [
    {
      Assessments: [
        { AssessmentActualStartDate: '2022-04-01' },
        { AssessmentActualStartDate: '2022-03-31', AssessmentAuthorisationDate: '2022-05-26' },
      ],
    },
  ],
  fails: [{ Assessments: [{ AssessmentActualStartDate: '2022-03-31' }] }, { Assessments: [{ AssessmentActualStartDate: '2023-04-01' }] }],
});
