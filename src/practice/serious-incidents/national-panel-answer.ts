import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const answers = {
  agrees: 'Agrees with the partners',
  disagrees: 'Does not agree, and says why',
  nationalReview: 'Begins a national review',
  asksMore: 'Asks for more',
} as const;

/** The partners decide; the national Panel says whether it agrees, and may begin a review of its own. */
export const nationalPanelAnswer = defineStep({
  name: 'nationalPanelAnswer',
  title: 'Answer of the national Panel',
  law: 'Children Act 2004 ss16B, 16D; Working Together 2023, chapter 5',
  file: 'caseReview',
  fields: {
    on: date('Date of the answer', { required: 'It stands in the order of what was decided' }),
    answer: code('What it says', answers, { required: 'The partners answer a disagreement', neverPrefilled: true }),
    words: text('In its words, and what we answered', { lines: 5, neverPrefilled: true }),
  },
  happenedOn: (given) => given.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ answer }) => `The national Panel: ${answers[answer].toLowerCase()}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date of the answer', on }, today),
  examples: {
    agrees: { on: literal('2026-04-14'), answer: 'agrees' },
    disagrees: {
      on: literal('2026-04-14'),
      answer: 'disagrees',
      words: 'The father’s history in another area is not in the rapid review.',
    },
  },
});
