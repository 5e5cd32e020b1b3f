import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';

export const connectionWeights = {
  mattered: 'It mattered: another decision was likely',
  perhaps: 'It may have mattered',
  not: 'It did not matter, or was known in another way',
} as const;

/** What the review thinks of a connection that was computed: that one agency knew something and another acted without it. */
export const missedConnection = defineStep({
  name: 'missedConnection',
  title: 'Missed connection weighed',
  law: 'Children Act 2004 s16F; Working Together 2023, chapter 5: why things happened, without hindsight',
  file: 'caseReview',
  page: 'chronology',
  fields: {
    on: date('Date', { required: 'It stands in the order of what the review found' }),
    known: link('What one agency knew', 'entry', { required: 'A connection is of two entries' }),
    acted: link('What another did without it', 'entry', { required: 'A connection is of two entries' }),
    weight: code('Did it matter?', connectionWeights, { required: 'Only what mattered is learnt from', neverPrefilled: true }),
    why: text('Why', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  may: { record: practitioners, read: practitioners },
  summary: ({ weight, why }) => `${connectionWeights[weight]}${why === undefined ? '' : `: ${why}`}`,
  examples: {
    'it mattered': {
      on: literal('2026-06-01'),
      known: '44444444-4444-4444-8444-444444444444',
      acted: '55555555-5555-4555-8555-555555555555',
      weight: 'mattered',
      why: 'With the bruise known, the conference would not have ended the plan.',
    },
    'known otherwise': {
      on: literal('2026-06-01'),
      known: '44444444-4444-4444-8444-444444444444',
      acted: '55555555-5555-4555-8555-555555555555',
      weight: 'not',
    },
  },
});
