import { addDays, date as literal, formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import type { History } from '../../kernel/step/history.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { limitBefore, longestExtension } from './proceedings.ts';

/** Section 32(8). A date beyond it is a slip of the pen or not an extension: the court cannot have ordered it. */
function notLongerThanLawful(history: History, orderedOn: LocalDate, until: LocalDate): readonly Problem[] {
  const limit = limitBefore(history, orderedOn);
  if (until < orderedOn)
    return [{ field: 'until', message: `The new last day is ${formatDate(until)}, before the order of ${formatDate(orderedOn)}` }];
  const most = addDays(limit !== undefined && limit > orderedOn ? limit : orderedOn, longestExtension);
  if (until <= most) return [];
  return [
    {
      field: 'until',
      message: `The new last day is ${formatDate(until)}: at most ${formatDate(most)}, eight weeks after the later of the order and the end of the time it extends (Children Act 1989 s32(8))`,
    },
  ];
}

export const proceedingsExtension = defineStep({
  name: 'proceedingsExtension',
  title: 'Time for care proceedings extended by the court',
  law: 'Children Act 1989 s32(5)–(8)',
  fields: {
    orderedOn: date('Date of the order', { required: 'Section 32(8) counts from it where the time had already run out' }),
    until: date('New last day', { required: 'The court is to have decided by this day' }),
    reason: text('Why the court found it necessary for a just decision', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.orderedOn,
  offers: (_history, today) => ({ orderedOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager', 'headOfService'], read: practitioners },
  summary: ({ until }) => `Time for care proceedings extended to ${formatDate(until)}`,
  decide: (history, { orderedOn, until }, today) => {
    const day = { field: 'orderedOn', what: 'The date of the order', on: orderedOn };
    return [
      ...notAhead(day, today),
      ...notBeforeStart(day, history, 'careProceedings', 'care proceedings were issued'),
      ...notLongerThanLawful(history, orderedOn, until),
    ];
  },
  dependsOn: ['careProceedings', 'proceedingsExtension', 'proceedingsEnd'],
  examples: {
    'eight weeks for an expert': {
      orderedOn: literal('2026-12-14'),
      until: literal('2027-02-08'),
      reason: 'The psychologist needs to see the grandparents.',
    },
  },
});
