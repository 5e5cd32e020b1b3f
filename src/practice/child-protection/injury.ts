import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeBirth, statementsOf } from '../checks.ts';

const tellers = {
  child: 'The child',
  mother: 'Mother',
  father: 'Father',
  partner: 'A parent’s partner',
  sibling: 'A brother or sister',
  relative: 'Another relative or carer',
  professional: 'A professional',
  nobody: 'Nobody gave one',
} as const;

/** What was seen, and each account of it in an entry of its own: who said what, when. Two accounts of one injury stand side by side. */
export const injury = defineStep({
  name: 'injury',
  title: 'Injury or mark, and the account given of it',
  law: 'Children Act 1989 s47; Working Together 2023, chapter 3',
  fields: {
    seenOn: date('Date it was seen, or the account given', { required: 'An account is weighed against the day it was given' }),
    givenBy: code('Who gave the account', tellers, { required: 'What the child says is not what is said about the child' }),
    sameAs: link('Another account of which injury', 'entry', { hint: 'Leave empty for an injury not written down before' }),
  },
  each: {
    whatWasSeen: text('What was seen, and where on the body', { lines: 2, neverPrefilled: true }),
    account: text('The account, in their words', { lines: 3, neverPrefilled: true }),
    medicalView: text('What a doctor said of it', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.seenOn,
  offers: (_history, today) => ({ seenOn: { value: today } }),
  among: (history) => statementsOf('injury', history),
  may: { record: practitioners, read: practitioners },
  summary: ({ givenBy, sameAs }) =>
    `${sameAs === undefined ? 'Injury or mark seen' : 'Another account of an injury'}: ${givenBy === 'nobody' ? 'no account given' : `account by ${inSentence(tellers[givenBy])}`}`,
  decide: (history, { seenOn }, today) => {
    const day = { field: 'seenOn', what: 'The date', on: seenOn };
    return [...notAhead(day, today), ...notBeforeBirth(day, history)];
  },
  examples: {
    'a bruise': {
      seenOn: literal('2026-03-03'),
      givenBy: 'mother',
      whatWasSeen: 'Round bruise, 2 cm, left cheek.',
      account: 'He fell against the cot.',
    },
    'another account of it': {
      seenOn: literal('2026-03-05'),
      givenBy: 'partner',
      sameAs: '33333333-3333-4333-8333-333333333333',
      account: 'His sister threw a toy.',
    },
  },
});
