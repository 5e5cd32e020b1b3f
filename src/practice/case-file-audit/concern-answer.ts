import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import type { History } from '../../kernel/step/history.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, unanswered } from '../checks.ts';

const concerns: ReadonlySet<string> = new Set(['childFoundUnsafe', 'chairsAudit']);
const open = (history: History): History =>
  unanswered(
    history.filter(({ step }) => concerns.has(step)),
    history,
    { step: 'concernAnswer', question: 'concern' },
  );

/** The manager's answer to what an auditor or a conference chair found: what was done, and that the child was seen to be safe. */
export const concernAnswer = defineStep({
  name: 'concernAnswer',
  title: 'Answer to what an audit or a chair found',
  law: 'Children Act 2004 s11; IRO Handbook: concerns are put right and answered',
  fields: {
    answeredOn: date('Date', { required: 'Shows whether it was answered in time' }),
    concern: link('To what', 'entry', { required: 'An answer is to one concern, and ends the limit of that one alone' }),
    answer: text('What was found and done, and how we know that the child is safe', {
      lines: 5,
      required: 'Without it nothing was answered',
      neverPrefilled: true,
    }),
  },
  happenedOn: (answers) => answers.answeredOn,
  offers: (history, today) => {
    const last = open(history).at(-1);
    return { answeredOn: { value: today }, ...(last === undefined ? {} : { concern: { value: last.entry, from: last } }) };
  },
  among: open,
  may: { record: ['teamManager', 'headOfService'], read: practitioners },
  summary: () => 'Answered what was found',
  decide: (_history, { answeredOn }, today) => notAhead({ field: 'answeredOn', what: 'The date', on: answeredOn }, today),
  dependsOn: ['childFoundUnsafe', 'chairsAudit'],
  examples: {
    'seen the same day': {
      answeredOn: literal('2026-04-22'),
      concern: '55555555-5555-4555-8555-555555555555',
      answer: 'Seen at five at his grandmother’s. The flat is where she does her washing. The notes are put right.',
    },
  },
});
