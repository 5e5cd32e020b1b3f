import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import type { Merges } from '../../kernel/derivation/derivation.ts';
import type { History } from '../../kernel/step/history.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { allOf, defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const mergeSides = {
  kept: 'This record is kept: the other is merged into it',
  merged: 'The other record is kept: this one is merged into it',
} as const;

/**
 * Two records are of one person. Nothing is moved: each chain stays as it is, and the record that is kept is read, and its limits counted, from
 * both. Struck out, the two are what they were. Stated about both at once, each naming the other by its record alone.
 */
export const recordMerge = defineStep({
  name: 'recordMerge',
  title: 'Merge of two records of one person',
  law: 'UK GDPR article 5(1)(d): personal data are accurate, and put right without delay; Laming 2003: no child is lost between two files',
  about: 'anybody',
  togetherWith: 'nobody',
  fields: {
    decidedOn: date('Date of the decision', { required: 'A decision on identity can be questioned later: when it was made' }),
    reason: text('Why they are one person', {
      lines: 3,
      neverPrefilled: true,
      hint: 'What was compared, and who confirmed it',
      required: 'A decision on identity can be taken back: the reason says what it rested on',
    }),
  },
  each: {
    other: link('The other record', 'person', { required: 'A merge is of two records' }),
    side: code('Which record is kept', mergeSides, { hint: 'Where nothing is chosen, this one' }),
  },
  happenedOn: (answers) => answers.decidedOn,
  may: { record: ['teamManager', 'headOfService'], read: practitioners },
  summary: ({ side, reason }) =>
    side !== 'merged'
      ? `Another record of this person was merged into this one: ${reason}`
      : `Merged into another record of this person: ${reason}`,
  decide: (_history, { decidedOn }, today) => notAhead({ field: 'decidedOn', what: 'The date of the decision', on: decidedOn }, today),
  alsoAbout: (person, { other, side }) => ({ person: other, answers: { other: person, side: side === 'merged' ? 'kept' : 'merged' } }),
  examples: {
    'a child referred twice under two spellings': {
      decidedOn: literal('2026-05-20'),
      reason: 'The same mother, address and day of birth; the school has one child of this name.',
      other: '33333333-3333-4333-8333-333333333333',
      side: 'kept',
    },
  },
});

/** Which records were merged into this one, and into which other it was merged, by what stands. */
export function mergesIn(history: History): Merges {
  const stated = allOf(recordMerge, history);
  const into = stated.findLast(({ answers }) => answers.side === 'merged')?.answers.other;
  return {
    keeps: [...new Set(stated.flatMap(({ answers }) => (answers.side === 'merged' ? [] : [answers.other])))],
    ...(into === undefined ? {} : { into }),
  };
}
