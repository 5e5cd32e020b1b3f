import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { count, text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { agesInOrder, notAhead } from '../checks.ts';
import { approvalLimits } from './fostering-limits.ts';

export const decisions = {
  approved: 'Approved',
  changed: 'Terms changed',
  temporary: 'Approved for sixteen weeks, before assessment (regulation 24)',
  extended: 'Extended by eight weeks (regulation 25)',
  proposed: 'Proposed not to approve, or to end: they may make representations, or ask for the independent review',
  refused: 'Not approved',
} as const;

/** The decision maker approves, with the terms: how many, of which ages, for what; or approves a connected person for a time, before they are assessed. */
export const fosterCarerApproval = defineStep({
  name: 'fosterCarerApproval',
  title: 'Decision on the approval of foster carers',
  law: 'Fostering Services (England) Regulations 2011 regs 27–28; Care Planning Regulations 2010 regs 24–25; Children Act 1989 Schedule 7',
  file: 'fosterCarer',
  fields: {
    decidedOn: date('Date', { required: 'Reviews and unannounced visits run from it' }),
    decision: code('Decision', decisions, { required: 'It says whether children may be placed', neverPrefilled: true }),
    places: count('For how many children'),
    siblings: yesNo('Are they all brothers and sisters of one another?', {
      neverPrefilled: true,
      askedWhen: ({ places }) => typeof places === 'number' && places > 3,
    }),
    youngest: count('From what age'),
    eldest: count('To what age'),
    terms: text('Other terms, and reasons', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.decidedOn,
  timescales: approvalLimits,
  offers: (_history, today) => ({ decidedOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ decision, places }) => `${decisions[decision]}${places === undefined ? '' : `, for ${places}`}`,
  decide: (_history, { decidedOn, places, siblings, youngest, eldest }, today) => [
    ...notAhead({ field: 'decidedOn', what: 'The date', on: decidedOn }, today),
    ...(places !== undefined && places > 3 && siblings !== true
      ? [
          {
            field: 'places',
            message: `${places} is more than three, the usual limit: say that they are all brothers and sisters, or record the exemption, and three here`,
          },
        ]
      : []),
    ...agesInOrder(youngest, eldest),
  ],
  examples: {
    'for two': { decidedOn: literal('2025-09-15'), decision: 'approved', places: 2, youngest: 5, eldest: 12 },
    'a grandmother for a time': { decidedOn: literal('2025-09-15'), decision: 'temporary', places: 1 },
  },
});
