import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

/** What several say, from whatever exercise, complaint or compliment: on record with its evidence until it is answered. */
export const voiceTheme = defineStep({
  name: 'voiceTheme',
  title: 'Theme',
  law: 'Working Together 2023, chapters 1 and 2; UN Convention on the Rights of the Child, article 12',
  file: 'voice',
  fields: {
    on: date('Date', { required: 'Says since when the service has known it' }),
    theme: text('Theme, in a few words', { longest: 120, required: 'It is answered by its name', neverPrefilled: true }),
    evidence: text('Who said it, how often, and what speaks against it', {
      lines: 4,
      required: 'One voice and forty are not the same',
      neverPrefilled: true,
    }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ theme }) => `Theme: ${theme}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'a theme': {
      on: literal('2026-03-23'),
      theme: 'Changes of worker that nobody explains',
      evidence: 'Seven of eleven children in the group; three complaints since January. Two said that theirs was explained well.',
    },
    'of staff': { on: literal('2026-03-23'), theme: 'No room for reflection', evidence: '15 of 23 practitioners.' },
  },
});
