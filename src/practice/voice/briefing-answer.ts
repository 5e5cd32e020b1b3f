import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, statementsOf, unanswered } from '../checks.ts';
import { briefingLimit } from './briefing-limit.ts';

/** What came back from the management team, Cabinet or a committee. */
export const briefingAnswer = defineStep({
  name: 'briefingAnswer',
  title: 'Answer to a briefing',
  law: 'Children Act 2004 ss18–19',
  file: 'voice',
  fields: {
    on: date('Date', { required: 'Says how long it took' }),
    briefing: link('Which briefing', 'entry', { required: 'An answer is to one briefing' }),
    answer: text('What they answered, and decided', { lines: 4, required: 'It goes back to those who spoke', neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  timescales: [briefingLimit],
  offers: (_history, today) => ({ on: { value: today } }),
  among: (history) => unanswered(statementsOf('themeBriefing', history), history, { step: 'briefingAnswer', question: 'briefing' }),
  may: { record: practitioners, read: practitioners },
  summary: ({ answer }) => `Answer: ${answer}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'a decision': {
      on: literal('2026-05-18'),
      briefing: '44444444-4444-4444-8444-444444444444',
      answer: 'Four posts from July, two more in April.',
    },
    noted: { on: literal('2026-05-18'), briefing: '44444444-4444-4444-8444-444444444444', answer: 'Noted, with no decision.' },
  },
});
