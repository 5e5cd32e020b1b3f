import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { mayOfBoth } from './readers.ts';

export const observed = {
  visit: 'A visit to a family',
  directWork: 'Direct work with a child',
  conference: 'A conference, review or core group',
  court: 'In court',
  telephone: 'A hard telephone call',
  other: 'Something else',
} as const;

/** Somebody watched them work, and says what they saw: written by whoever watched, and never by the one who was watched. */
export const directObservation = defineStep({
  name: 'directObservation',
  title: 'Direct observation',
  law: 'Assessed and supported year in employment: at least three direct observations of practice',
  file: 'induction',
  fields: {
    on: date('Date', { required: 'Each is due by a day' }),
    what: code('What was watched', observed, { required: 'Three of the same show less than three of different work' }),
    observer: link('Who watched, if not whoever writes this', 'member'),
    seen: text('What was seen, and what it meant for the child or family', { lines: 4, hint: 'No child’s name', neverPrefilled: true }),
    next: text('What to try next', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: mayOfBoth,
  summary: ({ what }) => `Observed: ${observed[what].toLowerCase()}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'a first visit': {
      on: literal('2026-02-17'),
      what: 'visit',
      seen: 'She sat on the floor and waited. The boy brought her the car after ten minutes. She did not ask where he sleeps.',
      next: 'Say at the door what you want to see, and why.',
    },
  },
});
