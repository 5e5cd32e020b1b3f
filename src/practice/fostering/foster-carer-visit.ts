import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const ways = { announced: 'Arranged', unannounced: 'Unannounced' } as const;

/** Supervision of carers, and the visit of which they are not told. */
export const fosterCarerVisit = defineStep({
  name: 'fosterCarerVisit',
  title: 'Visit to foster carers',
  law: 'Fostering Services (England) Regulations 2011 reg 17; National Minimum Standard 21',
  file: 'fosterCarer',
  fields: {
    visitedOn: date('Date', { required: 'The next unannounced visit is owed within a year of the last' }),
    how: code('How', ways, { required: 'One a year is unannounced', neverPrefilled: true }),
    seen: text('What was seen and talked about', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.visitedOn,
  offers: (_history, today) => ({ visitedOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ how }) => `${ways[how]} visit`,
  decide: (_history, { visitedOn }, today) => notAhead({ field: 'visitedOn', what: 'The date', on: visitedOn }, today),
  examples: {
    unannounced: { visitedOn: literal('2026-02-10'), how: 'unannounced', seen: 'Homework at the table; bedrooms as they should be.' },
  },
});
