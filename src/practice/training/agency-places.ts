import { date as literal, formatDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { count, link, text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { agencies } from '../safeguarding-board/agencies.ts';
import { mayOfBodies } from '../safeguarding-board/readers.ts';

/** So many places in a session for an agency, booked by whoever sits on the body for it, and of no other agency. Said again, the last number counts; nought gives them back. */
export const agencyPlaces = defineStep({
  name: 'agencyPlaces',
  title: 'Places on a course for an agency',
  law: 'Working Together 2023, chapter 2: multi-agency training',
  file: 'body',
  fields: {
    on: date('Booked on', { required: 'Of what was said of one session the last counts' }),
    agency: code('Agency', agencies, { required: 'An agency books its own places' }),
    course: text('Course', { longest: 300 }),
    session: link('Session, by its number', 'entry', { required: 'Places are in one session' }),
    heldOn: date('Day of the session'),
    places: count('How many places', { required: 'Nought gives them back' }),
  },
  happenedOn: (answers) => answers.on,
  page: 'training',
  may: mayOfBodies,
  summary: ({ agency, places, course, heldOn }) =>
    `${agencies[agency]}: ${places} ${places === 1 ? 'place' : 'places'}${course === undefined ? '' : ` on ${course}`}${heldOn === undefined ? '' : `, ${formatDate(heldOn)}`}`,
  decide: (_history, { on, heldOn, places }, today) => [
    ...notAhead({ field: 'on', what: 'The date', on }, today),
    ...(places > 200 ? [{ field: 'places', message: `${places} places are more than any session has: enter 0 to 200` }] : []),
    ...(heldOn !== undefined && heldOn < on
      ? [{ field: 'session', message: `The session was on ${formatDate(heldOn)}: choose one that is still to come` }]
      : []),
  ],
  examples: {
    'of the police': {
      on: literal('2026-03-10'),
      agency: 'police',
      course: 'Respectful uncertainty',
      session: '55555555-5555-4555-8555-555555555555',
      heldOn: literal('2026-04-21'),
      places: 3,
    },
  },
});
