import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { personalAdviserLimits } from './leaving-care-limits.ts';

/** Everybody who is eligible, relevant or former relevant has a personal adviser, until 25. */
export const personalAdviserNamed = defineStep({
  name: 'personalAdviserNamed',
  title: 'Personal adviser named',
  law: 'Children Act 1989 s23B(2), s23C, s23CZB and Sch 2 para 19C; Care Leavers Regulations 2010 reg 8',
  fields: {
    namedOn: date('Date', { required: 'Schedule 2 paragraph 19C: an eligible child has an adviser' }),
    adviser: link('Personal adviser', 'member', { required: 'The young person must know whom to ask' }),
    introduced: text('How they met, and what the young person says', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.namedOn,
  offers: (_history, today) => ({ namedOn: { value: today } }),
  timescales: personalAdviserLimits,
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: () => 'Personal adviser named',
  decide: (_history, { namedOn }, today) => notAhead({ field: 'namedOn', what: 'The date', on: namedOn }, today),
  examples: {
    'at sixteen': {
      namedOn: literal('2026-05-22'),
      adviser: '11111111-1111-4111-8111-111111111111',
      introduced: 'Came with me to the college open day.',
    },
  },
});
