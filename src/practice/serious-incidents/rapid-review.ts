import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { agreedActions } from '../actions/planned-actions.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { rapidReviewLimit } from './incident-limits.ts';

const proposals = {
  localReview: 'A local child safeguarding practice review',
  nationalReview: 'A national review: the issues are complex or of national importance',
  other: 'Another review or audit',
  none: 'No review: what can be learnt is in the rapid review',
} as const;

/** What was gathered, what was done at once to keep children safe, and whether more must be learnt. */
export const rapidReview = defineStep({
  name: 'rapidReview',
  title: 'Rapid review',
  law: 'Children Act 2004 ss16C–16F; Working Together 2023, chapter 5',
  file: 'caseReview',
  fields: {
    completedOn: date('Date it was completed and sent to the Panel', { required: 'The fifteen working days end with it' }),
    facts: text('The facts, as far as they can be established now', { lines: 6, neverPrefilled: true }),
    atOnce: text('What was done at once to keep this and other children safe', { lines: 4, neverPrefilled: true }),
    proposed: code('What the partners propose', proposals, { required: 'The Panel is told of it', neverPrefilled: true }),
    why: text('Why', { lines: 4, required: 'Working Together: the partners give the Panel their reasons', neverPrefilled: true }),
    agreedActions,
  },
  happenedOn: (answers) => answers.completedOn,
  timescales: [rapidReviewLimit],
  offers: (_history, today) => ({ completedOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ proposed }) => `Rapid review: ${proposals[proposed].toLowerCase().split(':')[0]}`,
  decide: (history, { completedOn }, today) => {
    const day = { field: 'completedOn', what: 'The date it was completed', on: completedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'seriousIncident', 'we learnt of the incident')];
  },
  dependsOn: ['seriousIncident'],
  examples: {
    'a review is proposed': {
      completedOn: literal('2026-04-01'),
      facts: 'Three agencies each knew of an injury; none knew of the others.',
      atOnce: 'Her brother has been seen and examined; both are with their grandmother.',
      proposed: 'localReview',
      why: 'How agencies tell one another of injuries to babies who cannot move may fail other children too.',
    },
    'nothing more to learn': { completedOn: literal('2026-04-01'), proposed: 'none', why: 'No agency had met the family.' },
  },
});
