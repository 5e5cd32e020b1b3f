import { before } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** If present, CINPlanEndDate (N00690) must be on or after the CINPlanStartDate (N00689). */
export default rule({
  code: '4011',
  message: 'CIN Plan End Date earlier than Start Date',
  level: 'error',
  years: since('2022-23'),
  fields: { CINplanDates: ['CINPlanEndDate', 'CINPlanStartDate'] },
  wrong: ({ CINplanDates }) => CINplanDates.filter((plan) => before(plan.CINPlanEndDate, plan.CINPlanStartDate)),
  passes: [{ CINplanDates: [{ CINPlanStartDate: '2022-05-26', CINPlanEndDate: '2022-05-26' }, { CINPlanStartDate: '2022-05-26' }] }],
  fails: [{ CINplanDates: [{ CINPlanStartDate: '2022-05-26', CINPlanEndDate: '2022-05-25' }] }],
});
