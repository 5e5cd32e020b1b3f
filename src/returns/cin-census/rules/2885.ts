import { sameDay } from '../../rule/compare.ts';
import type { Row } from '../../rule/rows.ts';
import { since } from '../../rule/years.ts';
import { isTrue, rule, type CensusChild, type CensusTables } from '../census.ts';
import { inCensus } from '../periods.ts';

type Plan = Row<CensusTables, 'ChildProtectionPlans'>;

/** The enquiries of the plan's episode, except those after which no conference was required; if there is none, the episode itself. */
function conferencesFor(plan: Plan, { Section47, CINdetails }: CensusChild) {
  const enquiries = Section47.filter(({ CINdetailsID, ICPCnotRequired }) => CINdetailsID === plan.CINdetailsID && !isTrue(ICPCnotRequired));
  return enquiries.length > 0 ? enquiries : CINdetails.filter(({ CINdetailsID }) => CINdetailsID === plan.CINdetailsID);
}

/**
 * If CPPstartDate (N00105) falls within [Period_Of_Census], it should equal a Section47 module DateOfInitialCPC (N00110), or a CINdetails
 * module DateOfInitialCPC if there is no associated Section47 record. A conference at which another plan did start is not shown.
 */
export default rule({
  code: '2885',
  message: 'Child protection plan shown as starting a different day to the initial child protection conference.',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildProtectionPlans: ['CPPstartDate'], Section47: ['DateOfInitialCPC'], CINdetails: ['DateOfInitialCPC'] },
  wrong: (child, census) =>
    child.ChildProtectionPlans.filter(({ CPPstartDate }) => inCensus(CPPstartDate, census)).flatMap((plan) => {
      const conferences = conferencesFor(plan, child);
      if (conferences.some(({ DateOfInitialCPC }) => sameDay(DateOfInitialCPC, plan.CPPstartDate))) return [];
      const plans = child.ChildProtectionPlans.filter(({ CINdetailsID }) => CINdetailsID === plan.CINdetailsID);
      const unmatched = conferences.filter(
        ({ DateOfInitialCPC }) => !plans.some(({ CPPstartDate }) => sameDay(CPPstartDate, DateOfInitialCPC)),
      );
      return [[plan, ...unmatched]];
    }),
  passes: [
    {
      ChildProtectionPlans: [
        { CINdetailsID: '1', CPPstartDate: '2022-05-26' },
        { CINdetailsID: '2', CPPstartDate: '2022-06-26' },
        { CINdetailsID: '2', CPPstartDate: '2022-03-31' },
      ],
      Section47: [
        { CINdetailsID: '1', DateOfInitialCPC: '2022-05-26' },
        { CINdetailsID: '2', ICPCnotRequired: 'true' },
      ],
      CINdetails: [{ CINdetailsID: '1' }, { CINdetailsID: '2', DateOfInitialCPC: '2022-06-26' }],
    },
  ],
  fails: [
    {
      ChildProtectionPlans: [{ CINdetailsID: '1', CPPstartDate: '2022-05-26' }],
      Section47: [{ CINdetailsID: '1', DateOfInitialCPC: '2022-05-27' }],
      CINdetails: [{ CINdetailsID: '1', DateOfInitialCPC: '2022-05-26' }],
    },
    { ChildProtectionPlans: [{ CINdetailsID: '1', CPPstartDate: '2022-05-26' }], CINdetails: [{ CINdetailsID: '1' }] },
  ],
});
