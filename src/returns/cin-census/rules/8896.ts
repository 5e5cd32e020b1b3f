import { grouped, isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { moreThanOne } from '../conditions.ts';

/** Within one CINdetails group, there must not be more than one Assessments group that has no AssessmentAuthorisationDate (N00160) recorded. */
export default rule({
  code: '8896',
  message: 'Within one CINDetails group there are 2 or more open Assessments groups',
  level: 'error',
  years: since('2022-23'),
  fields: { Assessments: ['AssessmentAuthorisationDate'] },
  wrong: ({ Assessments }) => {
    const open = Assessments.filter(({ AssessmentAuthorisationDate }) => isMissing(AssessmentAuthorisationDate));
    return grouped(open, ({ CINdetailsID }) => CINdetailsID ?? '').flatMap(moreThanOne);
  },
  passes: [
    { Assessments: [{ CINdetailsID: '1' }, { CINdetailsID: '1', AssessmentAuthorisationDate: '2022-05-26' }, { CINdetailsID: '2' }] },
  ],
  fails: [{ Assessments: [{ CINdetailsID: '1' }, { CINdetailsID: '1' }] }],
});
