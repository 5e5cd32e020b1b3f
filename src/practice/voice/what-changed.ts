import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, statementsOf } from '../checks.ts';

/** Whether anything is different for those who spoke, and whether they were told. */
export const whatChanged = defineStep({
  name: 'whatChanged',
  title: 'What changed',
  law: 'Working Together 2023, chapters 1 and 2; UN Convention on the Rights of the Child, article 12',
  file: 'voice',
  fields: {
    on: date('Date', { required: 'Says how long it took' }),
    theme: link('Which theme', 'entry', { required: 'A change is for one theme' }),
    changed: text('What is different now, and how we know', { lines: 4, required: 'An intention is no change', neverPrefilled: true }),
    toldBackOn: date('Those who spoke were told on'),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  among: (history) => statementsOf('voiceTheme', history),
  may: { record: practitioners, read: practitioners },
  summary: ({ changed }) => `What changed: ${changed}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'a change': {
      on: literal('2026-09-14'),
      theme: '44444444-4444-4444-8444-444444444444',
      changed: 'Of 31 workers who left since May, 26 made a goodbye visit; before it was not known.',
      toldBackOn: literal('2026-09-21'),
    },
    'nothing yet': {
      on: literal('2026-09-14'),
      theme: '44444444-4444-4444-8444-444444444444',
      changed: 'Nothing yet: asked again in the group of September.',
    },
  },
});
