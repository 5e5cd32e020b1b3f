import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { isClosedAfterAssessment, ofEpisode, withAny } from '../conditions.ts';

/**
 * If a CINdetails module has ReasonForClosure (N00103) = RC8 or RC9, it cannot have a Section47, ChildProtectionPlans or CINplanDates
 * module, or a DateOfInitialCPC (N00110) within the CINdetails module.
 */
export default rule({
  code: '2990',
  message:
    "Activity is recorded against a case marked as ‘Case closed after assessment, no further action’ or 'case closed after assessment, referred to early help'.",
  level: 'error',
  years: since('2022-23'),
  fields: { CINdetails: ['ReasonForClosure'], Section47: ['LAchildID'], ChildProtectionPlans: ['LAchildID'], CINplanDates: ['LAchildID'] },
  wrong: ({ CINdetails, Section47, ChildProtectionPlans, CINplanDates }) =>
    CINdetails.filter(isClosedAfterAssessment).flatMap((details) =>
      withAny(details, [
        ...(isGiven(details.DateOfInitialCPC) ? [details] : []),
        ...ofEpisode(details, Section47),
        ...ofEpisode(details, ChildProtectionPlans),
        ...ofEpisode(details, CINplanDates),
      ]),
    ),
  passes: [
    {
      CINdetails: [
        { CINdetailsID: '1', ReasonForClosure: 'RC8' },
        { CINdetailsID: '2', ReasonForClosure: 'RC7' },
      ],
      Section47: [{ CINdetailsID: '2' }],
    },
  ],
  fails: [
    { CINdetails: [{ CINdetailsID: '1', ReasonForClosure: 'RC8' }], CINplanDates: [{ CINdetailsID: '1' }] },
    { CINdetails: [{ ReasonForClosure: 'RC9', DateOfInitialCPC: '2022-05-26' }] },
    { CINdetails: [{ CINdetailsID: '1', ReasonForClosure: 'RC9' }], Section47: [{ CINdetailsID: '1' }] },
    { CINdetails: [{ CINdetailsID: '1', ReasonForClosure: 'RC8' }], ChildProtectionPlans: [{ CINdetailsID: '1' }] },
  ],
});
