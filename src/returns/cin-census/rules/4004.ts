import { isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { moreThanOne } from '../conditions.ts';

/** There must be only one CINplanDates group where the CINPlanEndDate (N00690) is missing. */
export default rule({
  code: '4004',
  message: 'This child is showing more than one open CIN Plan, i.e. with no End Date',
  level: 'error',
  years: since('2022-23'),
  fields: { CINplanDates: ['CINPlanEndDate'] },
  wrong: ({ CINplanDates }) => moreThanOne(CINplanDates.filter(({ CINPlanEndDate }) => isMissing(CINPlanEndDate))),
  passes: [{ CINplanDates: [{ LAchildID: '1' }, { LAchildID: '1', CINPlanEndDate: '2022-05-26' }, { LAchildID: '2' }] }],
  fails: [{ CINplanDates: [{ CINdetailsID: '1' }, { CINdetailsID: '2' }] }],
});
