import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { allegationLaw, officersMay } from './officer.ts';

/** At the end the designated officer and the employer ask what is to be learnt: of recruitment, supervision, and how it was dealt with. */
export const allegationReview = defineStep({
  name: 'allegationReview',
  title: 'What an allegation teaches',
  law: allegationLaw,
  file: 'allegation',
  fields: {
    reviewedOn: date('Date', { required: 'The limit for the review ends with it' }),
    learnt: text('What is to be learnt, about preventing it and about how it was dealt with', {
      lines: 4,
      required: 'A review that finds nothing says why',
      neverPrefilled: true,
    }),
    changes: text('What the employer does otherwise from now on', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.reviewedOn,
  offers: (_history, today) => ({ reviewedOn: { value: today } }),
  may: officersMay,
  summary: ({ learnt }) => `Learnt: ${learnt}`,
  decide: (_history, { reviewedOn }, today) => notAhead({ field: 'reviewedOn', what: 'The date', on: reviewedOn }, today),
  examples: {
    'with changes': {
      reviewedOn: literal('2026-06-01'),
      learnt: 'Two earlier concerns were written down in two places and never read together.',
      changes: 'Low-level concerns are kept in one book, read each half term.',
    },
  },
});
