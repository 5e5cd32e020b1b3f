import { since } from '../../rule/years.ts';
import { at, rule } from '../census.ts';
import { startedDuringAnother } from '../periods.ts';

/**
 * Where more than one CINplanDates group is included, the CINPlanStartDate (N00689) of each group cannot fall within the CINPlanStartDate
 * to CINPlanEndDate (N00690), or the CINPlanStartDate to ReferenceDate if CINPlanEndDate is not present, of any other group.
 */
export default rule({
  code: '4014',
  message: 'CIN Plan data contains overlapping dates',
  level: 'error',
  years: since('2022-23'),
  fields: { CINplanDates: ['CINPlanStartDate', 'CINPlanEndDate'] },
  wrong: ({ CINplanDates }, { referenceDate }) =>
    startedDuringAnother(CINplanDates, (plan) => ({ from: plan.CINPlanStartDate, to: plan.CINPlanEndDate ?? referenceDate })).map(
      ([plan, other]) => [at(plan, 'CINPlanStartDate'), at(other, 'CINPlanStartDate', 'CINPlanEndDate')],
    ),
  passes: [{ CINplanDates: [{ CINPlanStartDate: '2022-05-26', CINPlanEndDate: '2022-10-25' }, { CINPlanStartDate: '2022-10-26' }] }],
  fails: [
    { CINplanDates: [{ CINPlanStartDate: '2022-05-26', CINPlanEndDate: '2022-10-26' }, { CINPlanStartDate: '2022-10-26' }] },
    { CINplanDates: [{ CINPlanStartDate: '2022-05-26' }, { CINPlanStartDate: '2022-10-26', CINPlanEndDate: '2022-12-26' }] },
  ],
});
