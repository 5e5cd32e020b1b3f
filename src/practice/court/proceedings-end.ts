import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

const outcomes = {
  care: 'Care order',
  careAndPlacement: 'Care order and placement order',
  supervision: 'Supervision order',
  specialGuardianship: 'Special guardianship order',
  childArrangements: 'Child arrangements order',
  noOrder: 'No order',
  withdrawn: 'Application withdrawn',
} as const;

/** The end of the case before the court. What it means for where the child lives is recorded as legal status, in the child’s care. */
export const proceedingsEnd = defineStep({
  name: 'proceedingsEnd',
  title: 'Care proceedings concluded',
  law: 'Children Act 1989 s31 and s32',
  fields: {
    concludedOn: date('Date of the final order', { required: 'Children Act 1989 s32: the limit of the proceedings ends on it' }),
    outcome: code('Order made', outcomes, { required: 'Says who has parental responsibility from that day', neverPrefilled: true }),
    words: text('What the court said that matters for the child', { lines: 5, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.concludedOn,
  offers: (_history, today) => ({ concludedOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager', 'headOfService'], read: practitioners },
  summary: ({ outcome }) => `Care proceedings concluded: ${outcomes[outcome].toLowerCase()}`,
  decide: (history, { concludedOn }, today) => {
    const day = { field: 'concludedOn', what: 'The date of the final order', on: concludedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'careProceedings', 'care proceedings were issued')];
  },
  dependsOn: ['careProceedings'],
  examples: { 'a supervision order': { concludedOn: literal('2026-12-18'), outcome: 'supervision' } },
});
