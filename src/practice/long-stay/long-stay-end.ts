import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

const reasons = {
  home: 'Came home',
  relative: 'To relatives or friends',
  care: 'Looked after',
  adult: 'To adult services',
  elsewhere: 'To another such place, in the area of another authority',
} as const;

/** The stay is over: whoever accommodated the child tells us that too. */
export const longStayEnd = defineStep({
  name: 'longStayEnd',
  title: 'End of a long stay in hospital, school or a care home',
  law: 'Children Act 1989 ss85(2) and 86(2)',
  fields: {
    endedOn: date('Date it ended', { required: 'Visits are owed until then' }),
    reason: code('Where the child is now', reasons, { required: 'It says who watches over the child now' }),
    support: text('What is there for child and family now', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (_history, today) => ({ endedOn: { value: today } }),
  togetherWith: 'nobody',
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ reason }) => `Long stay ended: ${inSentence(reasons[reason])}`,
  decide: (history, { endedOn }, today) => {
    const day = { field: 'endedOn', what: 'The date it ended', on: endedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'longStayNotice', 'we were told of the stay')];
  },
  dependsOn: ['longStayNotice'],
  examples: { home: { endedOn: literal('2026-06-15'), reason: 'home', support: 'A short break each month.' } },
});
