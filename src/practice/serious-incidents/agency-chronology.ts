import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { count, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';

/** A chronology came from an agency: by it each of its events is known to be of that file and of no other. */
export const agencyChronology = defineStep({
  name: 'agencyChronology',
  title: 'Chronology of an agency',
  law: 'Children Act 2004 s16H: information for a review; Working Together 2023, chapter 5',
  file: 'caseReview',
  page: 'chronologies',
  fields: {
    receivedOn: date('Date it was received', { required: 'Says since when the review has known it' }),
    agency: text('Agency', { longest: 200, required: 'Who knew what is told agency by agency' }),
    events: count('Events', { required: 'Shows whether all of the file was taken' }),
    digest: text('SHA-256 of the file', { longest: 64 }),
  },
  happenedOn: (answers) => answers.receivedOn,
  may: { record: practitioners, read: practitioners },
  summary: ({ agency, events }) => `Chronology of ${agency}: ${events} ${events === 1 ? 'event' : 'events'}`,
  examples: { 'of a practice': { receivedOn: literal('2026-05-14'), agency: 'General practice', events: 41 } },
});
