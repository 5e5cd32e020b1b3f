import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart, statementsOf } from '../checks.ts';
import { reviewDisputeLimits } from './review-dispute-limits.ts';

const kinds = {
  managerObjects: 'A manager cannot agree to a decision of the review',
  officerDisputes: 'The reviewing officer begins the local dispute resolution',
} as const;

/** The levels at which a dispute may begin; the officer may pass over any of them. */
export const disputeLevels = {
  teamManager: 'Team manager',
  headOfService: 'Head of service',
  director: 'Director of children’s services',
  chiefExecutive: 'Chief executive',
} as const;

/** The authority and the officer who reviews what it does for the child disagree: said by a day, and on the child’s record. */
export const reviewDispute = defineStep({
  name: 'reviewDispute',
  title: 'Disagreement about a looked-after review',
  law: 'Children Act 1989 s25B; Care Planning, Placement and Case Review Regulations 2010 reg 45; IRO Handbook 2010 chapter 6',
  fields: {
    raisedOn: date('Date it was raised', { required: 'IRO Handbook: five working days for an objection, 20 for a dispute' }),
    kind: code('What it is', kinds, { required: 'IRO Handbook: an objection is due by a day, a dispute must be resolved by one' }),
    review: link('Which review', 'entry', { hint: 'Leave empty for the last one held' }),
    raisedWith: code('Raised with', disputeLevels, { askedWhen: (answers: SoFar) => answers['kind'] === 'officerDisputes' }),
    matter: text('What it is about, and what it means for the child', { lines: 4, neverPrefilled: true }),
    childTold: text('What the child was told, and who stands by the child in it', {
      lines: 2,
      hint: 'The child may have an advocate, and legal advice',
      neverPrefilled: true,
    }),
  },
  happenedOn: (answers) => answers.raisedOn,
  offers: (_history, today) => ({ raisedOn: { value: today } }),
  timescales: reviewDisputeLimits,
  among: (history) => statementsOf('lookedAfterReview', history),
  may: { record: ['reviewingOfficer', 'teamManager', 'headOfService'], read: practitioners },
  summary: ({ kind, raisedWith }) =>
    `${kinds[kind]}${raisedWith === undefined ? '' : `, with the ${inSentence(disputeLevels[raisedWith])}`}`,
  decide: (history, { raisedOn }, today) => {
    const day = { field: 'raisedOn', what: 'The date it was raised', on: raisedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'periodOfCare', 'the child became looked after')];
  },
  dependsOn: ['lookedAfterReview'],
  examples: {
    'a decision that a manager cannot agree to': {
      raisedOn: literal('2026-02-16'),
      kind: 'managerObjects',
      matter: 'Family time four times a week cannot be supervised before April.',
    },
    'a formal dispute': {
      raisedOn: literal('2026-02-23'),
      kind: 'officerDisputes',
      raisedWith: 'headOfService',
      matter: 'The decision on a permanent placement has not been carried out for two reviews. She does not know where she will live.',
      childTold: 'I explained it to her on 20 February. Her advocate is with her.',
    },
  },
});
