import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeBirth } from '../checks.ts';
import { reportLimits } from './guardianship-limits.ts';

const ways = {
  notice: 'Notice of an applicant (section 14A(7))',
  leave: 'Notice of somebody to whom the court gave leave to apply',
  court: 'The court asks for a report (section 14A(9))',
} as const;

/** Somebody means to become the child’s special guardian, or the court considers it: an investigation and a report are owed from here. */
export const guardianshipNotice = defineStep({
  name: 'guardianshipNotice',
  title: 'Notice of intention to apply for special guardianship',
  law: 'Children Act 1989 s14A(7)–(9)',
  fields: {
    receivedOn: date('Date received', { required: 'Section 14A(7): the application may be made three months after it' }),
    how: code('How it began', ways, { required: 'Of a request of the court the court names the day', neverPrefilled: true }),
    applicants: text('Who wishes to be special guardian', { longest: 200, required: 'It is they who are assessed' }),
    relation: text('What they are to the child, and since when the child lives with them', { lines: 2, neverPrefilled: true }),
    reportBy: date('Date by which the court wants the report', { askedWhen: ({ how }) => how === 'court' }),
  },
  happenedOn: (answers) => answers.receivedOn,
  timescales: reportLimits,
  offers: (_history, today) => ({ receivedOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ how }) => `Special guardianship: ${inSentence(ways[how])}`,
  decide: (history, { receivedOn, reportBy }, today) => {
    const day = { field: 'receivedOn', what: 'The date received', on: receivedOn };
    return [
      ...notAhead(day, today),
      ...notBeforeBirth(day, history),
      ...(reportBy !== undefined && reportBy < receivedOn
        ? [{ field: 'reportBy', message: 'The court wants the report before it asked for it: check both dates' }]
        : []),
    ];
  },
  examples: {
    'a grandmother': {
      receivedOn: literal('2026-01-12'),
      how: 'notice',
      applicants: 'Maternal grandmother',
      relation: 'Grandmother; the child has lived there since October 2024.',
    },
    'asked by the court': {
      receivedOn: literal('2026-01-12'),
      how: 'court',
      applicants: 'Aunt and uncle',
      reportBy: literal('2026-04-13'),
    },
  },
});
