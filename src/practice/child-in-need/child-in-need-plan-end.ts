import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

export const childInNeedPlanEnd = defineStep({
  name: 'childInNeedPlanEnd',
  title: 'Child in need plan ended',
  law: 'Children Act 1989 s17; Working Together 2023, chapter 3',
  fields: {
    endedOn: date('Date the child in need plan ended', {
      required: 'Children in need census: dates of the plan',
      returns: { cin: 'CINPlanEndDate' },
    }),
  },
  happenedOn: (answers) => answers.endedOn,
  may: { record: ['socialWorker', 'teamManager'], read: practitionersAndLeads },
  summary: () => 'Child in need plan ended',
  decide: (history, { endedOn }, today) => {
    const day = { field: 'endedOn', what: 'The date the child in need plan ended', on: endedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'childInNeedPlan', 'the first child in need plan started')];
  },
  dependsOn: ['childInNeedPlan'],
  carriedBy: { cin: 'CINPlanDates' },
  examples: { 'needs met': { endedOn: literal('2026-09-29') } },
});
