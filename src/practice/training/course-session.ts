import { date as literal, formatDate } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { count, text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { courseRegisterDue } from './course-limits.ts';
import { mayOfCourses } from './readers.ts';

/** A day on which the course is held, with its places: some of them for other agencies, who book their own. */
export const courseSession = defineStep({
  name: 'courseSession',
  title: 'Session of a course',
  law: 'Working Together 2023, chapter 2: multi-agency training',
  file: 'course',
  fields: {
    announcedOn: date('Announced on', { required: 'A chronology is by the day on which something happened' }),
    heldOn: date('Day of the session', { required: 'Places are booked for it, and the register is due after it' }),
    venue: text('Venue and time', { longest: 200 }),
    places: count('Places in all', { required: 'Whoever books must know whether there is one' }),
    agencyPlaces: count('Of them for other agencies', { hint: 'Blank: none' }),
    ledBy: text('Led by', { longest: 200 }),
  },
  happenedOn: (answers) => answers.announcedOn,
  offers: (_history, today) => ({ announcedOn: { value: today } }),
  timescales: [courseRegisterDue],
  may: mayOfCourses,
  summary: ({ heldOn, places, agencyPlaces = 0 }) =>
    `Session on ${formatDate(heldOn)}: ${places} places${agencyPlaces === 0 ? '' : `, ${agencyPlaces} of them for other agencies`}`,
  decide: (_history, { announcedOn, heldOn, places, agencyPlaces = 0 }, today) => [
    ...notAhead({ field: 'announcedOn', what: 'The day of the announcement', on: announcedOn }, today),
    ...(heldOn < announcedOn ? [{ field: 'heldOn', message: 'The session is before the day on which it was announced' }] : []),
    ...(places < 1 ? [{ field: 'places', message: 'A session has at least one place' }] : []),
    ...(agencyPlaces > places
      ? [{ field: 'agencyPlaces', message: `${agencyPlaces} for other agencies cannot be of ${places} places in all` }]
      : []),
  ],
  examples: {
    'with places for other agencies': {
      announcedOn: literal('2026-03-02'),
      heldOn: literal('2026-04-21'),
      venue: 'County Hall, 9.30 to 16.00',
      places: 24,
      agencyPlaces: 8,
      ledBy: 'Principal social worker and a named nurse',
    },
    'for our own': { announcedOn: literal('2026-03-02'), heldOn: literal('2026-03-24'), places: 12 },
  },
});
