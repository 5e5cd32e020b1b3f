import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const decisions = {
  localReview: 'Local child safeguarding practice review',
  nationalReview: 'National review by the Panel',
  seriousCaseReview: 'Serious case review (a Board’s, before 29 September 2019)',
  other: 'Another review or audit',
  none: 'No review',
} as const;

const dayTheyEnded = literal('2019-09-29');

/** Whether there is a review and why; its terms, and the agencies that are asked for a chronology. */
export const caseReviewDecision = defineStep({
  name: 'caseReviewDecision',
  title: 'Decision on a review',
  law: 'Children Act 2004 ss16E–16F; SI 2018/789; Working Together 2023, chapter 5',
  file: 'caseReview',
  fields: {
    decidedOn: date('Date of the decision', { required: 'The six months to publication run from it' }),
    decision: code('Decision', decisions, { required: 'Says what follows', neverPrefilled: true }),
    why: text('Reasons', { lines: 4, required: 'Whoever asks later must see why', neverPrefilled: true }),
    terms: text('Terms: what the review is to find out', { lines: 5, neverPrefilled: true }),
    reviewer: text('Lead reviewer', { longest: 200 }),
    from: date('From what day'),
    to: date('To what day'),
    agencies: rows(
      'Agencies asked for a chronology',
      { agency: text('Agency', { longest: 200, required: 'A chronology is of an agency' }), byWhen: date('By when') },
      { line: 'Agency', shown: 3 },
    ),
  },
  happenedOn: (answers) => answers.decidedOn,
  offers: (_history, today) => ({ decidedOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ decision }) => decisions[decision],
  decide: (_history, { decidedOn, decision, from, to }, today) => [
    ...notAhead({ field: 'decidedOn', what: 'The date of the decision', on: decidedOn }, today),
    ...(from !== undefined && to !== undefined && from > to
      ? [{ field: 'to', message: 'The review would end before it begins: correct one of the two days' }]
      : []),
    ...(decision === 'seriousCaseReview' && decidedOn >= dayTheyEnded
      ? [
          {
            field: 'decision',
            message: 'Serious case reviews ended on 29 September 2019: choose a local child safeguarding practice review',
          },
        ]
      : []),
  ],
  examples: {
    'a local review': {
      decidedOn: literal('2026-04-20'),
      decision: 'localReview',
      why: 'Four agencies each held a part of what was known.',
      terms: 'Who knew what of the injuries, when, and what they did.',
      reviewer: 'An independent reviewer',
      from: literal('2025-03-01'),
      to: literal('2026-03-09'),
      agencies: [{ agency: 'General practice', byWhen: literal('2026-05-15') }],
    },
    'no review': { decidedOn: literal('2026-04-20'), decision: 'none', why: 'The rapid review found all there is to learn.' },
  },
});
