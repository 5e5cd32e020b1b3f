import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { isClosedAfterAssessment, ofEpisode, withAny } from '../conditions.ts';

/**
 * Within a CINdetails group, if there is only one Assessments group present and AssessmentFactors (N00181) = 21, ReasonForClosure (N00103)
 * should be RC8 or RC9.
 */
export default rule({
  code: '8873Q',
  message:
    "Please check and either amend data or provide a reason: When there is only one assessment on the episode and the factors code “21 No factors identified” has been used for the completed assessment, the reason for closure ‘RC8’ or 'RC9' should be used.",
  level: 'query',
  years: since('2022-23'),
  fields: { CINdetails: ['ReasonForClosure'], Assessments: ['AssessmentFactors'] },
  wrong: ({ CINdetails, Assessments }) =>
    CINdetails.filter((details) => !isClosedAfterAssessment(details)).flatMap((details) => {
      const assessments = ofEpisode(details, Assessments);
      return assessments.length > 1
        ? []
        : withAny(
            details,
            assessments.filter(({ AssessmentFactors }) => AssessmentFactors.includes('21')),
          );
    }),
  passes: [
    {
      CINdetails: [
        { CINdetailsID: '1', ReasonForClosure: 'RC8' },
        { CINdetailsID: '2', ReasonForClosure: 'RC1' },
      ],
      Assessments: [
        { CINdetailsID: '1', AssessmentFactors: ['21'] },
        { CINdetailsID: '2', AssessmentFactors: ['21'] },
        { CINdetailsID: '2', AssessmentFactors: ['1A'] },
      ],
    },
  ],
  fails: [
    { CINdetails: [{ CINdetailsID: '1', ReasonForClosure: 'RC1' }], Assessments: [{ CINdetailsID: '1', AssessmentFactors: ['21'] }] },
    { CINdetails: [{ CINdetailsID: '1' }], Assessments: [{ CINdetailsID: '1', AssessmentFactors: ['21'] }] },
  ],
});
