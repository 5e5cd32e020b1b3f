import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

export const pathwayPlan = defineStep({
  name: 'pathwayPlan',
  title: 'Pathway plan',
  law: 'Children Act 1989 s23E; Care Planning, Placement and Case Review Regulations 2010 reg 43; Care Leavers Regulations 2010 reg 6',
  fields: {
    madeOn: date('Date the plan was made', { required: 'The review of the pathway plan is counted from it' }),
    adviser: link('Personal adviser', 'member'),
    plan: text('What will be done, by whom and by when', { lines: 8 }),
    view: text('What the young person said', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.madeOn,
  offers: (_history, today) => ({ madeOn: { value: today } }),
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: () => 'Pathway plan made',
  decide: (_history, { madeOn }, today) => notAhead({ field: 'madeOn', what: 'The date of the plan', on: madeOn }, today),
  examples: { 'staying put': { madeOn: literal('2026-06-10'), plan: 'Stays with the carers after 18; college until 19.' } },
});
