import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { openReviewEvents } from './review-events.ts';

const decisions = {
  notNeeded: 'No review before the next one that is due',
  earlyReview: 'An early review is needed',
} as const;

/** What happened was brought before the reviewing officer by the record itself; whether the child’s case is reviewed early is the officer’s to say. */
export const reviewEventConsidered = defineStep({
  name: 'reviewEventConsidered',
  title: 'Event considered by the reviewing officer',
  law: 'Care Planning, Placement and Case Review Regulations 2010 reg 33(3) and reg 45; IRO Handbook 2010 chapter 8: what the officer must be told of',
  fields: {
    consideredOn: date('Date', { required: 'Regulation 33(3): an early review is owed from the day on which the officer asks for it' }),
    event: link('What happened', 'entry', { required: 'One decision is about one event' }),
    decision: code('What the officer decides', decisions, {
      required: 'Whoever reads must know that it was looked at',
      neverPrefilled: true,
    }),
    reviewBy: date('Review to be held by', {
      hint: 'Left empty: within 20 working days',
      askedWhen: (answers: SoFar) => answers['decision'] === 'earlyReview',
    }),
    reason: text('Why', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.consideredOn,
  offers: (_history, today) => ({ consideredOn: { value: today } }),
  among: (history) => {
    const open = new Set(openReviewEvents(history).map(({ entry }) => entry));
    return history.filter(({ entry }) => open.has(entry));
  },
  may: { record: ['reviewingOfficer'], read: practitioners },
  summary: ({ decision }) => `Reviewing officer on what happened: ${inSentence(decisions[decision])}`,
  decide: (history, { consideredOn, event, reviewBy }, today) => {
    const about = history.find(({ entry }) => entry === event);
    return [
      ...notAhead({ field: 'consideredOn', what: 'The date', on: consideredOn }, today),
      ...(about !== undefined && about.happenedOn > consideredOn
        ? [{ field: 'consideredOn', message: 'The date is before what happened: it must be on that day or later' }]
        : []),
      ...(reviewBy !== undefined && reviewBy < consideredOn
        ? [{ field: 'reviewBy', message: 'The review must be held on or after the day on which it was asked for' }]
        : []),
    ];
  },
  examples: {
    'no early review': {
      consideredOn: literal('2026-03-11'),
      event: '55555555-5555-4555-8555-555555555555',
      decision: 'notNeeded',
      reason: 'The move was planned at the last review, and she chose it.',
    },
    'an early review': {
      consideredOn: literal('2026-03-11'),
      event: '55555555-5555-4555-8555-555555555555',
      decision: 'earlyReview',
      reviewBy: literal('2026-03-27'),
      reason: 'Nobody knows yet where he will live after Easter.',
    },
  },
});
