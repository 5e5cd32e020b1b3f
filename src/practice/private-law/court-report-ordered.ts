import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';

const courtReports = {
  s7: 'Welfare report (section 7)',
  s37: 'Investigation of the child’s circumstances (section 37)',
} as const;

/** Parents in dispute, and a court that asks the authority: what is written is filed, and the child seen for it. */
export const courtReportOrdered = defineStep({
  name: 'courtReportOrdered',
  title: 'Report ordered in private law proceedings',
  law: 'Children Act 1989 s7 and s37',
  fields: {
    orderedOn: date('Date of the order', { required: 'Children Act 1989 s37(4): the eight weeks begin with it' }),
    kind: code('Which report', courtReports, {
      required: 'Of a section 37 direction the authority must say whether it applies for an order',
    }),
    dueOn: date('Date by which the court wants it'),
    court: text('Court and case number', { longest: 200 }),
    asked: text('What the court asks', { lines: 3 }),
  },
  happenedOn: (answers) => answers.orderedOn,
  offers: (_history, today) => ({ orderedOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ kind }) => `Ordered by a court: ${inSentence(courtReports[kind])}`,
  decide: (history, { orderedOn, dueOn }, today) => {
    const day = { field: 'orderedOn', what: 'The date of the order', on: orderedOn };
    const before =
      dueOn !== undefined && dueOn < orderedOn
        ? [{ field: 'dueOn', message: 'The court wants it before the date of the order: check both dates' }]
        : [];
    return [...notAhead(day, today), ...notBeforePregnancy(day, history), ...before];
  },
  examples: {
    'section 37': { orderedOn: literal('2026-03-02'), kind: 's37', court: 'Norchester Family Court, NC26P00123' },
    'section 7, by a day': { orderedOn: literal('2026-03-02'), kind: 's7', dueOn: literal('2026-05-22') },
  },
});
