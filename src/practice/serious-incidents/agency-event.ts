import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text, yesNo } from '../../kernel/field/plain.ts';
import { time } from '../../kernel/field/time.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';

/** One line of an agency’s chronology: what happened, since when the agency knew it, whom it told, and what it did. */
export const agencyEvent = defineStep({
  name: 'agencyEvent',
  title: 'Event in an agency’s chronology',
  law: 'Children Act 2004 s16H: information for a review',
  file: 'caseReview',
  page: 'chronologies',
  fields: {
    on: date('Date', { required: 'The chronology is put together by it' }),
    at: time('Time'),
    agency: text('Agency', { longest: 200, required: 'Who knew what is told agency by agency' }),
    what: text('What happened', { lines: 3, required: 'An event that is not said is none' }),
    knownOn: date('Known to the agency on', { hint: 'If later than it happened' }),
    concern: text('Concern', { longest: 100, hint: 'In a word or two: injury, missed appointment. The same word in every chronology' }),
    told: text('Agencies told', { longest: 400 }),
    toldOn: date('Told on'),
    did: text('What the agency did', { lines: 2 }),
    isDecision: yesNo('Was it a decision about the child?'),
    source: text('Where it is recorded', { longest: 200 }),
    chronology: link('Chronology', 'entry', { inFilesAlone: true }),
  },
  happenedOn: (answers) => answers.on,
  may: { record: practitioners, read: practitioners },
  summary: ({ agency, what }) => `${agency}: ${what}`,
  examples: {
    'an injury': {
      on: literal('2025-11-03'),
      at: '10:20',
      agency: 'General practice',
      what: 'Bruise on the cheek, said to be from a toy.',
      knownOn: literal('2025-11-03'),
      concern: 'injury',
      told: 'Health visiting',
      toldOn: literal('2025-11-05'),
      did: 'To be looked at again at the immunisation.',
      isDecision: true,
    },
    'not attended': { on: literal('2025-11-24'), agency: 'General practice', what: 'Was not brought to the immunisation.' },
  },
});
