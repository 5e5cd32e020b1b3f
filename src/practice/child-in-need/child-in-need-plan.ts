import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';

export const childInNeedPlan = defineStep({
  name: 'childInNeedPlan',
  title: 'Child in need plan started',
  law: 'Children Act 1989 s17; Working Together 2023, chapter 3',
  fields: {
    startedOn: date('Date the child in need plan started', {
      required: 'Children in need census: dates of the plan',
      returns: { cin: 'CINPlanStartDate' },
    }),
  },
  happenedOn: (answers) => answers.startedOn,
  offers: (_history, today) => ({ startedOn: { value: today } }),
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: () => 'Child in need plan started',
  decide: (history, { startedOn }, today) => {
    const day = { field: 'startedOn', what: 'The date the child in need plan started', on: startedOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history)];
  },
  carriedBy: { cin: 'CINPlanDates' },
  examples: { 'after an assessment': { startedOn: literal('2026-04-21') } },
});
