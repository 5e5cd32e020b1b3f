import { grouped } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { moreThanOne } from '../conditions.ts';

/**
 * If there is more than one AssessmentFactors (N00181) for an assessment, none of the values should appear more than once. Where each has
 * a row of its own, the rows of the same episode and dates are those of one assessment.
 */
export default rule({
  code: '8898',
  message: 'The assessment has more than one parental or child factors with the same code',
  level: 'error',
  years: since('2022-23'),
  fields: { Assessments: ['AssessmentFactors'] },
  wrong: ({ Assessments }) => {
    const inRows = Assessments.filter(({ AssessmentFactors }) => AssessmentFactors.length === 1);
    return [
      ...Assessments.filter(({ AssessmentFactors }) => new Set(AssessmentFactors).size < AssessmentFactors.length),
      ...grouped(inRows, (row) =>
        [row.CINdetailsID, row.AssessmentActualStartDate, row.AssessmentAuthorisationDate, row.AssessmentFactors].join(' '),
      ).flatMap(moreThanOne),
    ];
  },
  passes: [
    { Assessments: [{ AssessmentFactors: ['1A', '2B'] }, { AssessmentFactors: ['1A'] }, {}] },
    {
      Assessments: [
        { AssessmentActualStartDate: '2022-05-26', AssessmentFactors: '1A' },
        { AssessmentActualStartDate: '2022-06-26', AssessmentFactors: '1A' },
      ],
    },
  ],
  fails: [
    { Assessments: [{ AssessmentFactors: ['1A', '2B', '1A'] }] },
    { Assessments: [{ AssessmentFactors: '1A' }, { AssessmentFactors: '2B' }, { AssessmentFactors: '1A' }] },
  ],
});
