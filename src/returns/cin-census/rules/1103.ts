import { before, linked } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** Where present, the AssessmentActualStartDate (N00159) should be on or after the CINreferralDate (N00100) of its episode. */
export default rule({
  code: '1103',
  message: 'The assessment start date cannot be before the referral date',
  level: 'error',
  years: since('2022-23'),
  fields: { Assessments: ['AssessmentActualStartDate'], CINdetails: ['CINreferralDate'] },
  wrong: ({ Assessments, CINdetails }) =>
    linked(Assessments, CINdetails, 'CINdetailsID').filter(([assessment, details]) =>
      before(assessment.AssessmentActualStartDate, details.CINreferralDate),
    ),
  passes: [
    {
      CINdetails: [{ CINdetailsID: '1', CINreferralDate: '2022-07-01' }],
      Assessments: [
        { CINdetailsID: '1', AssessmentActualStartDate: '2022-07-01' },
        { CINdetailsID: '2', AssessmentActualStartDate: '2022-06-30' },
      ],
    },
  ],
  fails: [
    {
      CINdetails: [{ CINdetailsID: '1', CINreferralDate: '2022-07-01' }],
      Assessments: [{ CINdetailsID: '1', AssessmentActualStartDate: '2022-06-30' }],
    },
  ],
});
