import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { mayOfOwnTraining } from './readers.ts';

/** A place that is given back, so that somebody else may have it. */
export const trainingBookingEnd = defineStep({
  name: 'trainingBookingEnd',
  title: 'Place on a course given back',
  law: 'Standards for employers of social workers in England (LGA 2020), standard 6',
  file: 'staff',
  fields: {
    on: date('Date', { required: 'A chronology is by the day on which something happened' }),
    booking: link('Which place', 'entry', { required: 'One place is given back' }),
    why: text('Why', { longest: 300 }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  among: (history) => history.filter(({ step }) => step === 'trainingBooking'),
  recordsAtOnce: true,
  may: mayOfOwnTraining,
  summary: ({ why }) => `Place given back${why === undefined ? '' : `: ${why}`}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  dependsOn: ['trainingBooking'],
  examples: {
    'a child came first': { on: literal('2026-04-20'), booking: '55555555-5555-4555-8555-555555555555', why: 'Court on that day' },
  },
});
