import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { agreedActions } from '../actions/planned-actions.ts';
import { notAhead, statementsOf } from '../checks.ts';

/** What the service does about what was said, or why it does not. */
export const themeResponse = defineStep({
  name: 'themeResponse',
  title: 'Response to a theme',
  law: 'Working Together 2023, chapters 1 and 2; UN Convention on the Rights of the Child, article 12',
  file: 'voice',
  fields: {
    on: date('Date', { required: 'Says how long it went unanswered' }),
    theme: link('Which theme', 'entry', { required: 'A response is to one theme' }),
    response: text('What we do about it, or why we do not', {
      lines: 4,
      required: 'Whoever spoke is owed an answer',
      neverPrefilled: true,
    }),
    agreedActions,
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  among: (history) => statementsOf('voiceTheme', history),
  may: { record: practitioners, read: practitioners },
  summary: ({ response }) => `Response: ${response}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'an answer': {
      on: literal('2026-04-13'),
      theme: '44444444-4444-4444-8444-444444444444',
      response: 'A goodbye visit in the last two weeks of every worker, counted each month.',
    },
    'why not': {
      on: literal('2026-04-13'),
      theme: '44444444-4444-4444-8444-444444444444',
      response: 'Not before the new office: there is no room.',
    },
  },
});
