import { date as literal, formatDate } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { mayOfOwnTraining } from './readers.ts';

/** A place that is booked, in the staff file of whoever will come: the page of courses fills all of it in. What the course is called is as it was then. */
export const trainingBooking = defineStep({
  name: 'trainingBooking',
  title: 'Place on a course',
  law: 'Children Act 2004 s11: staff are trained for what they do; Standards for employers of social workers in England (LGA 2020), standard 6',
  file: 'staff',
  fields: {
    on: date('Booked on', { required: 'A chronology is by the day on which something happened' }),
    course: text('Course', { longest: 300, required: 'Whoever reads the file must know which' }),
    session: link('Session, by its number', 'entry', { required: 'A place is in one session' }),
    heldOn: date('Day of the session'),
  },
  happenedOn: (answers) => answers.on,
  page: 'training',
  may: mayOfOwnTraining,
  summary: ({ course, heldOn }) => `Place booked: ${course}${heldOn === undefined ? '' : `, ${formatDate(heldOn)}`}`,
  decide: (history, { on, session, heldOn }, today) => {
    const given = new Set(history.flatMap(({ step, answers }) => (step === 'trainingBookingEnd' ? [answers['booking']] : [])));
    const isBooked = history.some(
      ({ step, entry, answers }) => step === 'trainingBooking' && answers['session'] === session && !given.has(entry),
    );
    return [
      ...notAhead({ field: 'on', what: 'The date', on }, today),
      ...(isBooked ? [{ field: 'session', message: 'This place is booked already' }] : []),
      ...(heldOn !== undefined && heldOn < on
        ? [{ field: 'session', message: `The session was on ${formatDate(heldOn)}: choose one that is still to come` }]
        : []),
    ];
  },
  dependsOn: ['trainingBooking', 'trainingBookingEnd'],
  examples: {
    booked: {
      on: literal('2026-03-10'),
      course: 'Respectful uncertainty',
      session: '55555555-5555-4555-8555-555555555555',
      heldOn: literal('2026-04-21'),
    },
  },
});
