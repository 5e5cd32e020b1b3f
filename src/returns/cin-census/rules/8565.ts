import { linked } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { at, rule } from '../census.ts';
import { isClosedBefore } from '../conditions.ts';

/**
 * If CINclosureDate (N00102) is present, it must be on or after all of these dates that are present: AssessmentActualStartDate (N00159),
 * AssessmentAuthorisationDate (N00160), S47ActualStartDate (N00148), DateOfInitialCPC (N00110), CPPendDate (N00115), CINPlanStartDate
 * (N00689) and CINPlanEndDate (N00690).
 */
export default rule({
  code: '8565',
  message: 'Activity shown after a case has been closed',
  level: 'error',
  years: since('2022-23'),
  fields: {
    CINdetails: ['CINclosureDate'],
    Assessments: ['AssessmentActualStartDate', 'AssessmentAuthorisationDate'],
    Section47: ['S47ActualStartDate', 'DateOfInitialCPC'],
    ChildProtectionPlans: ['CPPendDate'],
    CINplanDates: ['CINPlanStartDate', 'CINPlanEndDate'],
  },
  wrong: ({ CINdetails, Assessments, Section47, ChildProtectionPlans, CINplanDates }) => [
    ...CINdetails.filter((details) => isClosedBefore(details, details.DateOfInitialCPC)).map((details) =>
      at(details, 'CINclosureDate', 'DateOfInitialCPC'),
    ),
    ...linked(CINdetails, Assessments, 'CINdetailsID').filter(([details, assessment]) =>
      isClosedBefore(details, assessment.AssessmentActualStartDate, assessment.AssessmentAuthorisationDate),
    ),
    ...linked(CINdetails, Section47, 'CINdetailsID').filter(([details, enquiry]) =>
      isClosedBefore(details, enquiry.S47ActualStartDate, enquiry.DateOfInitialCPC),
    ),
    ...linked(CINdetails, ChildProtectionPlans, 'CINdetailsID').filter(([details, plan]) => isClosedBefore(details, plan.CPPendDate)),
    ...linked(CINdetails, CINplanDates, 'CINdetailsID').filter(([details, plan]) =>
      isClosedBefore(details, plan.CINPlanStartDate, plan.CINPlanEndDate),
    ),
  ],
  passes: [
    {
      CINdetails: [{ CINdetailsID: '1', CINclosureDate: '2022-05-26', DateOfInitialCPC: '2022-05-26' }, { CINdetailsID: '2' }],
      Assessments: [
        { CINdetailsID: '1', AssessmentActualStartDate: '2022-05-26' },
        { CINdetailsID: '2', AssessmentActualStartDate: '2022-05-27' },
      ],
      CINplanDates: [{ CINdetailsID: '1', CINPlanEndDate: '2022-05-26' }],
    },
  ],
  fails: [
    { CINdetails: [{ CINclosureDate: '2022-05-26', DateOfInitialCPC: '2022-05-27' }] },
    {
      CINdetails: [{ CINdetailsID: '1', CINclosureDate: '2022-05-26' }],
      Assessments: [{ CINdetailsID: '1', AssessmentAuthorisationDate: '2022-05-27' }],
    },
    {
      CINdetails: [{ CINdetailsID: '1', CINclosureDate: '2022-05-26' }],
      Section47: [{ CINdetailsID: '1', S47ActualStartDate: '2022-05-27' }],
    },
    {
      CINdetails: [{ CINdetailsID: '1', CINclosureDate: '2022-05-26' }],
      ChildProtectionPlans: [{ CINdetailsID: '1', CPPendDate: '2022-05-27' }],
    },
    {
      CINdetails: [{ CINdetailsID: '1', CINclosureDate: '2022-05-26' }],
      CINplanDates: [{ CINdetailsID: '1', CINPlanStartDate: '2022-05-27' }],
    },
  ],
});
