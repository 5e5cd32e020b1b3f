import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { lastGiven } from '../../kernel/step/prefill.ts';
import { defineStep, type Step } from '../../kernel/step/step.ts';
import { notAhead, notBeforeBirth } from '../checks.ts';

export const waysOfMaking = {
  together: 'Written together with the child',
  childWrote: 'The child wrote or drew it',
  throughSomebody: 'With their carer or advocate, in their words',
  observed: 'From what a child shows who cannot say it yet',
  notWanted: 'The child did not want to take part',
} as const;
export type WayOfMaking = keyof typeof waysOfMaking;

const fields = {
  madeOn: date('Date on which it was made', { required: 'The child’s view is of a day' }),
  how: code('How it was made', waysOfMaking, { required: 'Whose words they are must be seen', neverPrefilled: true }),
  plan: text('My plan, in words that the child knows', { lines: 5, hint: 'Only what they have been told' }),
  people: text('My people, as the child calls them', { lines: 4 }),
  words: text('My words: what the child wants to say', { lines: 5, neverPrefilled: true }),
  wishes: text('What should be different', { lines: 3, neverPrefilled: true }),
};

/** My plan, my people, my words: in words that the child knows. What a page makes of it holds nothing that they have not been told. */
export const ownView: Step<typeof fields> = defineStep({
  name: 'ownView',
  title: 'The child’s own view',
  law: 'Children Act 1989 s22(4)–(5) and s26(2)(d)(i); Care Planning, Placement and Case Review Regulations 2010 reg 6(4); UN Convention on the Rights of the Child articles 12 and 13',
  fields,
  happenedOn: (answers) => answers.madeOn,
  offers: (history, today) => ({
    madeOn: { value: today },
    plan: lastGiven(ownView, 'plan', history),
    people: lastGiven(ownView, 'people', history),
  }),
  may: { record: practitioners, read: practitioners },
  summary: ({ how }) => `The child’s own view: ${inSentence(waysOfMaking[how])}`,
  decide: (history, { madeOn }, today) => {
    const day = { field: 'madeOn', what: 'The date on which it was made', on: madeOn };
    return [...notAhead(day, today), ...notBeforeBirth(day, history)];
  },
  examples: {
    'a girl of nine': {
      madeOn: literal('2026-02-02'),
      how: 'together',
      plan: 'I live with Jo and Sam. A judge will decide in the summer where I live until I am grown up.',
      people: 'Jo and Sam. My brother Kai. Mrs Bell at school. Priya, my social worker.',
      words: 'I like it here. I miss Kai.',
      wishes: 'To see Kai every week, not every month.',
    },
    'a baby': { madeOn: literal('2026-02-02'), how: 'observed', words: 'He settles when his carer sings, and looks for her.' },
  },
});
