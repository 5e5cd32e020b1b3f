import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const results = {
  suitable: 'Still suitable',
  change: 'Still suitable; what they can offer has changed',
  unsuitable: 'No longer suitable: a report goes to the panel',
} as const;

/** Each year until a child is placed: whether they are still suitable, and why no child has come. */
export const adopterReview = defineStep({
  name: 'adopterReview',
  title: 'Review of the approval of adopters',
  law: 'Adoption Agencies Regulations 2005 reg 30D',
  file: 'adopters',
  fields: {
    reviewedOn: date('Date', { required: 'The next is owed within a year of it' }),
    result: code('Result', results, { required: 'Where they are no longer suitable the panel is asked', neverPrefilled: true }),
    theirView: text('What they say', { lines: 3, neverPrefilled: true }),
    matching: text('Which children were thought of, and what is done so that a child comes', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.reviewedOn,
  offers: (_history, today) => ({ reviewedOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ result }) => `Review: ${inSentence(results[result])}`,
  decide: (_history, { reviewedOn }, today) => notAhead({ field: 'reviewedOn', what: 'The date', on: reviewedOn }, today),
  examples: { suitable: { reviewedOn: literal('2027-03-08'), result: 'suitable', theirView: '“The waiting is the hard part.”' } },
});
