import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { isClosedAfterAssessment, ofEpisode } from '../conditions.ts';

/** If ReasonForClosure (N00103) = RC8 or RC9, at least one Assessments module must be present. */
export default rule({
  code: '8825Q',
  message:
    'Please check and either amend data or provide a reason: Reason for Closure code RC8 (case closed after assessment) or RC9 (case closed after assessment, referred to early help) has been returned but there is no assessment present for the episode.',
  level: 'query',
  years: since('2022-23'),
  fields: { CINdetails: ['ReasonForClosure'] },
  wrong: ({ CINdetails, Assessments }) =>
    CINdetails.filter((details) => isClosedAfterAssessment(details) && ofEpisode(details, Assessments).length === 0),
  passes: [
    {
      CINdetails: [
        { CINdetailsID: '1', ReasonForClosure: 'RC8' },
        { CINdetailsID: '2', ReasonForClosure: 'RC7' },
      ],
      Assessments: [{ CINdetailsID: '1' }],
    },
  ],
  fails: [{ CINdetails: [{ CINdetailsID: '1', ReasonForClosure: 'RC9' }], Assessments: [{ CINdetailsID: '2' }] }],
});
