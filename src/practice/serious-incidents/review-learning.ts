import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { agreedActions } from '../actions/planned-actions.ts';
import { notAhead } from '../checks.ts';
import { learningTestedLimit } from './incident-limits.ts';

/** A finding, why it made sense at the time, what is recommended, who does what, and by what an audit will see that it holds. */
export const reviewLearning = defineStep({
  name: 'reviewLearning',
  title: 'Learning and recommendation',
  law: 'Children Act 2004 s16F; Working Together 2023, chapter 5: partners say what they will do, and check that it makes a difference',
  file: 'caseReview',
  fields: {
    on: date('Date', { required: 'Actions and the second look run from it' }),
    finding: text('What was found', { lines: 4, required: 'A recommendation rests on a finding', neverPrefilled: true }),
    why: text('Why it made sense to those who were there', { lines: 4, neverPrefilled: true }),
    recommendation: text('What is recommended, and to whom', { lines: 3, neverPrefilled: true }),
    measure: text('By what an audit will see that it holds', { lines: 2, neverPrefilled: true }),
    lookAgainOn: date('Looked at again by'),
    agreedActions,
  },
  happenedOn: (answers) => answers.on,
  timescales: [learningTestedLimit],
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ finding }) => `Learning: ${finding}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'with its proof': {
      on: literal('2026-07-06'),
      finding: 'Injuries to babies who cannot move were weighed by each agency alone.',
      why: 'Each explanation was likely by itself, and nobody was asked to look for another.',
      recommendation: 'Every agency: an injury to a baby who cannot move is a referral on the same day.',
      measure: 'In 20 files of babies with an injury, drawn at random, all were referred on the day.',
      lookAgainOn: literal('2027-01-11'),
      agreedActions: [{ what: 'Put it into the procedures', whoElse: 'Procedures group', byWhen: literal('2026-09-01') }],
    },
    'a finding alone': { on: literal('2026-07-06'), finding: 'The health visitor held to her worry and said so twice.' },
  },
});
