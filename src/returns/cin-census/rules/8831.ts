import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isTrue, rule } from '../census.ts';
import { ofEpisode, withAny } from '../conditions.ts';

/**
 * If a CINdetails module has ReferralNFA (N00112) = true or 1, it cannot have an AssessmentActualStartDate (N00159),
 * AssessmentAuthorisationDate (N00160), S47ActualStartDate (N00148) or DateOfInitialCPC (N00110).
 */
export default rule({
  code: '8831',
  message: 'Activity is recorded against a case marked as a referral with no further action',
  level: 'error',
  years: since('2022-23'),
  fields: { CINdetails: ['DateOfInitialCPC'], Assessments: ['LAchildID'], Section47: ['LAchildID'] },
  wrong: ({ CINdetails, Assessments, Section47 }) =>
    CINdetails.filter(({ ReferralNFA }) => isTrue(ReferralNFA)).flatMap((details) =>
      withAny(details, [
        ...(isGiven(details.DateOfInitialCPC) ? [details] : []),
        ...ofEpisode(details, Assessments).filter(
          (assessment) => isGiven(assessment.AssessmentActualStartDate) || isGiven(assessment.AssessmentAuthorisationDate),
        ),
        ...ofEpisode(details, Section47).filter((enquiry) => isGiven(enquiry.S47ActualStartDate) || isGiven(enquiry.DateOfInitialCPC)),
      ]),
    ),
  passes: [
    {
      CINdetails: [
        { CINdetailsID: '1', ReferralNFA: 'true' },
        { CINdetailsID: '2', ReferralNFA: 'false' },
      ],
      Section47: [{ CINdetailsID: '2', S47ActualStartDate: '2022-05-26' }],
    },
  ],
  fails: [
    { CINdetails: [{ ReferralNFA: 'true', DateOfInitialCPC: '2022-05-26' }] },
    {
      CINdetails: [{ CINdetailsID: '1', ReferralNFA: '1' }],
      Assessments: [{ CINdetailsID: '1', AssessmentActualStartDate: '2022-05-26' }],
    },
    { CINdetails: [{ CINdetailsID: '1', ReferralNFA: '1' }], Section47: [{ CINdetailsID: '1', S47ActualStartDate: '2022-05-26' }] },
  ],
});
