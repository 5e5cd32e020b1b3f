import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

export const childProtectionPlanEnd = defineStep({
  name: 'childProtectionPlanEnd',
  title: 'Child protection plan ended',
  law: 'Children Act 1989 s47; Working Together 2023, chapter 3',
  fields: {
    endedOn: date('Date the child protection plan ended', {
      required: 'Children in need census, and the end of the plan’s limits',
      returns: { cin: 'CPPendDate' },
    }),
    plan: link('Which plan', 'entry'),
  },
  happenedOn: (answers) => answers.endedOn,
  may: { record: ['reviewingOfficer', 'teamManager'], read: practitioners },
  summary: () => 'Child protection plan ended',
  decide: (history, { endedOn }, today) => {
    const day = { field: 'endedOn', what: 'The date the child protection plan ended', on: endedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'childProtectionPlan', 'the first child protection plan started')];
  },
  dependsOn: ['childProtectionPlan'],
  carriedBy: { cin: 'ChildProtectionPlans' },
  examples: { 'at a review': { endedOn: literal('2026-12-15') } },
});
