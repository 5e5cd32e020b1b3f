import { everyPair, linked, sameDay, within } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/**
 * Within a CINdetails module, no CPPreviewDate (N00116) can fall between any CINPlanStartDate (N00689) and CINPlanEndDate (N00690),
 * unless it is the day on which the child protection plan that is reviewed ended (CPPendDate, N00115).
 */
export default rule({
  code: '4003',
  message: 'A CPP review date is shown as being held at the same time as an open CIN Plan.',
  level: 'error',
  years: since('2022-23'),
  fields: { CINplanDates: ['CINPlanStartDate'], Reviews: ['CPPreviewDate'], ChildProtectionPlans: ['CPPendDate'] },
  wrong: ({ CINplanDates, Reviews, ChildProtectionPlans }, { referenceDate }) =>
    everyPair(linked(Reviews, ChildProtectionPlans, 'CPPID'), CINplanDates)
      .filter(
        ([[review, protection], plan]) =>
          review.CINdetailsID === plan.CINdetailsID &&
          within(review.CPPreviewDate, plan.CINPlanStartDate, plan.CINPlanEndDate ?? referenceDate) &&
          !sameDay(review.CPPreviewDate, protection.CPPendDate),
      )
      .map(([[review, protection], plan]) => [review, protection, plan]),
  passes: [
    {
      ChildProtectionPlans: [{ CPPID: '1', CPPendDate: '2022-05-30' }],
      Reviews: [{ CPPID: '1', CPPreviewDate: '2022-05-30' }],
      CINplanDates: [{ CINPlanStartDate: '2022-05-30' }],
    },
  ],
  fails: [
    {
      ChildProtectionPlans: [{ CPPID: '1', CPPendDate: '2022-06-30' }],
      Reviews: [{ CPPID: '1', CPPreviewDate: '2022-05-30' }],
      CINplanDates: [{ CINPlanStartDate: '2022-05-30' }],
    },
  ],
});
