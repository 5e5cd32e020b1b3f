import { linked, onOrBefore } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { withAny } from '../conditions.ts';

/**
 * Within a ChildProtectionPlans group, there should be no CPPreviewDate (N00116) that is the same as or before the CPPstartDate (N00105).
 */
export default rule({
  code: '8841',
  message: 'The review date cannot be on the same day or before the Child protection Plan start date.',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildProtectionPlans: ['CPPstartDate'], Reviews: ['CPPreviewDate'] },
  wrong: ({ ChildProtectionPlans, Reviews }) =>
    ChildProtectionPlans.flatMap((plan) => {
      const reviews = linked([plan], Reviews, 'CPPID').map(([, review]) => review);
      return withAny(
        plan,
        reviews.filter(({ CPPreviewDate }) => onOrBefore(CPPreviewDate, plan.CPPstartDate)),
      );
    }),
  passes: [
    {
      ChildProtectionPlans: [{ CPPID: '1', CPPstartDate: '2022-05-26' }],
      Reviews: [
        { CPPID: '1', CPPreviewDate: '2022-05-27' },
        { CPPID: '2', CPPreviewDate: '2022-05-26' },
      ],
    },
  ],
  fails: [{ ChildProtectionPlans: [{ CPPID: '1', CPPstartDate: '2022-05-26' }], Reviews: [{ CPPID: '1', CPPreviewDate: '2022-05-26' }] }],
});
