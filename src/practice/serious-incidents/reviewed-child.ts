import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

/** A child whose record belongs to the review. It opens no record: whoever reads the chronology opens each child’s through its own door, or has no part of it. */
export const reviewedChild = defineStep({
  name: 'reviewedChild',
  title: 'Child whose record belongs to the review',
  law: 'Children Act 2004 ss16E–16F; Working Together 2023, chapter 5',
  file: 'caseReview',
  fields: {
    on: date('Date', { required: 'Since when the review has asked for this record' }),
    child: link('Child', 'person', { required: 'Our part of the chronology is made of this child’s record' }),
    why: text('Why, if the review is not of this child', { longest: 300 }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ why }) => `The record of a child belongs to the review${why === undefined ? '' : `: ${why}`}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'the child': { on: literal('2026-03-09'), child: '33333333-3333-4333-8333-333333333333' },
    'a brother': { on: literal('2026-03-10'), child: '33333333-3333-4333-8333-333333333333', why: 'Her brother lived in the same home.' },
  },
});
