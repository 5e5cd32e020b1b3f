import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, statementsOf } from '../checks.ts';
import { placementPlanLimits } from './plan-limits.ts';

export const placementPlan = defineStep({
  name: 'placementPlan',
  title: 'Placement plan',
  law: 'Care Planning, Placement and Case Review Regulations 2010 reg 9 and Sch 2',
  fields: {
    madeOn: date('Date the plan was made', { required: 'Regulation 9: before the placement, or within five working days of its start' }),
    placement: link('Which placement', 'entry', { hint: 'Leave empty for the placement of that time' }),
    delegatedAuthority: text('What the carers may decide for the child', { lines: 3 }),
    familyTime: text('Time with family', { lines: 3 }),
  },
  each: {
    care: text('How the placement will meet the child’s needs', { lines: 6 }),
  },
  happenedOn: (answers) => answers.madeOn,
  offers: (_history, today) => ({ madeOn: { value: today } }),
  timescales: placementPlanLimits,
  among: (history) => statementsOf('placement', history),
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: () => 'Placement plan made',
  decide: (_history, { madeOn }, today) => notAhead({ field: 'madeOn', what: 'The date of the placement plan', on: madeOn }, today),
  examples: {
    'made at the start': {
      madeOn: literal('2026-01-13'),
      care: 'Own room; nut allergy known to the carers.',
      delegatedAuthority: 'Haircuts, day trips, sleepovers.',
      familyTime: 'Mother on Tuesdays and Saturdays.',
    },
  },
});
