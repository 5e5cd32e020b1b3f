import { after, isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** Where a CINplanDates module is present, CINPlanStartDate (N00689) must be present and on or before the ReferenceDate (N00603). */
export default rule({
  code: '4010',
  message: 'CIN Plan start date is missing or out of data collection period',
  level: 'error',
  years: since('2022-23'),
  fields: { CINplanDates: ['CINPlanStartDate'] },
  wrong: ({ CINplanDates }, { referenceDate }) =>
    CINplanDates.filter(({ CINPlanStartDate }) => isMissing(CINPlanStartDate) || after(CINPlanStartDate, referenceDate)),
  passes: [{ CINplanDates: [{ CINPlanStartDate: '2023-03-31' }] }],
  fails: [{ CINplanDates: [{}] }, { CINplanDates: [{ CINPlanStartDate: '2023-04-01' }] }],
});
