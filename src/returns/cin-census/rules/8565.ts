import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import { after } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { at, rule } from '../census.ts';
import { ofEpisode, withAny } from '../conditions.ts';

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
  wrong: ({ CINdetails, Assessments, Section47, ChildProtectionPlans, CINplanDates }) =>
    CINdetails.flatMap((details) => {
      const isLater = (...days: readonly (LocalDate | undefined)[]): boolean => days.some((day) => after(day, details.CINclosureDate));
      return withAny(details, [
        ...(isLater(details.DateOfInitialCPC) ? [at(details, 'DateOfInitialCPC')] : []),
        ...ofEpisode(details, Assessments).filter((of) => isLater(of.AssessmentActualStartDate, of.AssessmentAuthorisationDate)),
        ...ofEpisode(details, Section47).filter((of) => isLater(of.S47ActualStartDate, of.DateOfInitialCPC)),
        ...ofEpisode(details, ChildProtectionPlans).filter((of) => isLater(of.CPPendDate)),
        ...ofEpisode(details, CINplanDates).filter((of) => isLater(of.CINPlanStartDate, of.CINPlanEndDate)),
      ]);
    }),
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
