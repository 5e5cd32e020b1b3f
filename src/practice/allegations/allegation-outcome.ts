import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { outcomeLimits } from './allegation-limits.ts';
import { allegationLaw, officersMay } from './officer.ts';

export const outcomes = {
  substantiated: 'Substantiated: enough evidence that it happened',
  malicious: 'Malicious: enough evidence that it did not happen, and that somebody meant to deceive or to cause harm',
  false: 'False: enough evidence that it did not happen',
  unsubstantiated: 'Unsubstantiated: not enough evidence either way, which says neither guilt nor innocence',
  unfounded: 'Unfounded: nothing supports it, and it may have been misunderstood',
} as const;

const after = {
  stays: 'Goes on with the same work',
  returns: 'Returns, with support or after training',
  warned: 'Stays, after the employer’s discipline',
  dismissed: 'Dismissed, or no longer used',
  resigned: 'Left before it was over',
  deregistered: 'Approval or registration ended',
} as const;

const barring = {
  duty: 'Yes: removed from the work, or would have been, because of harm or risk of harm',
  none: 'No',
} as const;

/** How an allegation ended, on the balance of probability. Nothing of one that was malicious or false is in any reference. */
export const allegationOutcome = defineStep({
  name: 'allegationOutcome',
  title: 'Outcome of an allegation',
  law: allegationLaw,
  file: 'allegation',
  fields: {
    decidedOn: date('Date', { required: 'Reviews end with it; how long it took is counted' }),
    outcome: code('Outcome', outcomes, { required: 'It decides what is kept, and what a reference may say', neverPrefilled: true }),
    reasons: text('Reasons, on the balance of probability', {
      lines: 5,
      required: 'An outcome without reasons is none',
      neverPrefilled: true,
    }),
    after: code('What becomes of the person’s work', after, { neverPrefilled: true }),
    barring: code('Must the employer refer them to the Disclosure and Barring Service?', barring, { neverPrefilled: true }),
    told: text('How the person and the child’s parents are told, and what support they have', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.decidedOn,
  timescales: outcomeLimits,
  offers: (_history, today) => ({ decidedOn: { value: today } }),
  may: officersMay,
  summary: ({ outcome }) => outcomes[outcome],
  decide: (_history, { decidedOn }, today) => notAhead({ field: 'decidedOn', what: 'The date', on: decidedOn }, today),
  examples: {
    substantiated: {
      decidedOn: literal('2026-05-11'),
      outcome: 'substantiated',
      reasons: 'Two adults saw it, and the account never changed.',
      after: 'dismissed',
      barring: 'duty',
      told: 'By the head in person; by letter the same day.',
    },
    unfounded: {
      decidedOn: literal('2026-05-11'),
      outcome: 'unfounded',
      reasons: 'The mark was there in the morning.',
      after: 'stays',
      barring: 'none',
    },
  },
});
