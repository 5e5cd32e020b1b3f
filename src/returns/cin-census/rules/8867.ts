import { isGiven, isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { ofEpisode, withAny } from '../conditions.ts';

/** If CINclosureDate (N00102) is present, all instances of the Assessments group must include the AssessmentAuthorisationDate (N00160). */
export default rule({
  code: '8867',
  message: 'CIN episode is shown as closed, however Assessment is not shown as completed',
  level: 'error',
  years: since('2022-23'),
  fields: { CINdetails: ['CINclosureDate'], Assessments: ['AssessmentAuthorisationDate'] },
  wrong: ({ CINdetails, Assessments }) =>
    CINdetails.filter(({ CINclosureDate }) => isGiven(CINclosureDate)).flatMap((details) => {
      const open = ofEpisode(details, Assessments).filter(({ AssessmentAuthorisationDate }) => isMissing(AssessmentAuthorisationDate));
      return withAny(details, open);
    }),
  passes: [
    {
      CINdetails: [{ CINdetailsID: '1', CINclosureDate: '2022-05-26' }, { CINdetailsID: '2' }],
      Assessments: [{ CINdetailsID: '1', AssessmentAuthorisationDate: '2022-05-26' }, { CINdetailsID: '2' }],
    },
  ],
  fails: [
    {
      CINdetails: [{ CINdetailsID: '1', CINclosureDate: '2022-05-26' }],
      Assessments: [{ CINdetailsID: '1', AssessmentAuthorisationDate: '2022-05-26' }, { CINdetailsID: '1' }],
    },
  ],
});
