import { sameDay } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** Within a CINPlanDates group, CINPlanStartDate (N00689) should not be the same as the CINPlanEndDate (N00690). */
export default rule({
  code: '4012Q',
  message: 'Please check and either amend or provide a reason: CIN Plan shown as starting and ending on the same day',
  level: 'query',
  years: since('2022-23'),
  fields: { CINplanDates: ['CINPlanStartDate', 'CINPlanEndDate'] },
  wrong: ({ CINplanDates }) => CINplanDates.filter((plan) => sameDay(plan.CINPlanStartDate, plan.CINPlanEndDate)),
  passes: [{ CINplanDates: [{ CINPlanStartDate: '2022-05-26', CINPlanEndDate: '2022-05-27' }, {}] }],
  fails: [{ CINplanDates: [{ CINPlanStartDate: '2022-05-26', CINPlanEndDate: '2022-05-26' }] }],
});
