import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { count, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { agesInOrder, notAhead } from '../checks.ts';
import { adopterApprovalLimits } from './adopter-limits.ts';

export const adopterDecisions = {
  approved: 'Approved',
  changed: 'What they can offer is changed',
  proposed: 'Proposed not to approve, or to end: they may make representations, or ask for the independent review',
  refused: 'Not approved',
} as const;

/** The agency’s decision maker decides whether they are suitable to adopt. How many and of what age is advice, not a term. */
export const adopterApproval = defineStep({
  name: 'adopterApproval',
  title: 'Decision on the suitability of adopters',
  law: 'Adoption Agencies Regulations 2005 reg 30B',
  file: 'adopters',
  fields: {
    decidedOn: date('Date', { required: 'Reviews run from it' }),
    decision: code('Decision', adopterDecisions, { required: 'It says whether a child may be placed', neverPrefilled: true }),
    children: count('For how many children'),
    youngest: count('From what age'),
    eldest: count('To what age'),
    reasons: text('Reasons, and what else they can or cannot offer', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.decidedOn,
  timescales: adopterApprovalLimits,
  offers: (_history, today) => ({ decidedOn: { value: today } }),
  may: { record: ['teamManager', 'headOfService'], read: practitioners },
  summary: ({ decision, children }) => `${adopterDecisions[decision]}${children === undefined ? '' : `, for ${children}`}`,
  decide: (_history, { decidedOn, decision, children, youngest, eldest }, today) => [
    ...notAhead({ field: 'decidedOn', what: 'The date', on: decidedOn }, today),
    ...(children === 0 && decision === 'approved'
      ? [{ field: 'children', message: 'For how many children is 0: it must be one or more, or left empty' }]
      : []),
    ...agesInOrder(youngest, eldest),
  ],
  examples: {
    'for two': { decidedOn: literal('2026-03-16'), decision: 'approved', children: 2, youngest: 0, eldest: 6 },
    'not to be approved': {
      decidedOn: literal('2026-03-16'),
      decision: 'proposed',
      reasons: 'Told of a debt only when it was asked about.',
    },
  },
});
