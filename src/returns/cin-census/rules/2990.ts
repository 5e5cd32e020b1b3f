import { isGiven, linked } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { isClosedAfterAssessment } from '../conditions.ts';

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
  wrong: ({ CINdetails, Section47, ChildProtectionPlans, CINplanDates }) => {
    const closed = CINdetails.filter(isClosedAfterAssessment);
    return [
      ...closed.filter(({ DateOfInitialCPC }) => isGiven(DateOfInitialCPC)),
      ...linked(closed, Section47, 'CINdetailsID'),
      ...linked(closed, ChildProtectionPlans, 'CINdetailsID'),
      ...linked(closed, CINplanDates, 'CINdetailsID'),
    ];
  },
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
