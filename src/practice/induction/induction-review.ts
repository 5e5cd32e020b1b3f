import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import type { History } from '../../kernel/step/history.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { extensionReviewed } from './induction-limits.ts';
import { mayOfManagers } from './readers.ts';

export const reviewStages = { three: 'Three months', six: 'Six months', twelve: 'Twelve months', twentyFour: 'Two years' } as const;
export const judgements = {
  onTrack: 'On the way',
  support: 'Needs more support, and it is said which',
  extend: 'More time is needed: the induction is extended',
} as const;
export const timeGiven = { yes: 'Yes', partly: 'In part', no: 'No' } as const;

const order = ['three', 'six', 'twelve', 'twentyFour'] as const;
const nextStage = (history: History) =>
  order.find((stage) => !history.some(({ step, answers }) => step === 'inductionReview' && answers['stage'] === stage));

/** The three talk about how it goes: what was promised and kept, what is hard, what helps. Whether the time was there is asked of the employer, not of the learner. */
export const inductionReview = defineStep({
  name: 'inductionReview',
  title: 'Review of the induction',
  law: 'Assessed and supported year in employment: reviewed at three, six and twelve months',
  file: 'induction',
  fields: {
    heldOn: date('Date of the review', { required: 'It is due by a day' }),
    stage: code('Which review', reviewStages, { required: 'Each is due by itself' }),
    judgement: code('How it goes', judgements, { required: 'Whoever needs help must be seen to', neverPrefilled: true }),
    extendedTo: date('Extended until', { askedWhen: ({ judgement }) => judgement === 'extend' }),
    timeGiven: code('Was the protected time there?', timeGiven, { neverPrefilled: true }),
    support: text('What helps, and who sees to it', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.heldOn,
  offers: (history, today) => {
    const stage = nextStage(history);
    return { heldOn: { value: today }, ...(stage === undefined ? {} : { stage: { value: stage } }) };
  },
  timescales: [extensionReviewed],
  may: mayOfManagers,
  summary: ({ stage, judgement }) => `Review at ${reviewStages[stage].toLowerCase()}: ${judgements[judgement].toLowerCase()}`,
  decide: (_history, { heldOn, judgement, extendedTo }, today) => [
    ...notAhead({ field: 'heldOn', what: 'The date of the review', on: heldOn }, today),
    ...(judgement === 'extend' && extendedTo !== undefined && extendedTo <= heldOn
      ? [{ field: 'extendedTo', message: 'The induction is extended until a day after the review' }]
      : []),
  ],
  examples: {
    'on the way': {
      heldOn: literal('2026-04-07'),
      stage: 'three',
      judgement: 'onTrack',
      timeGiven: 'partly',
      support: 'Fridays are kept free from May; her manager sees to it.',
    },
    'more time': { heldOn: literal('2027-01-05'), stage: 'twelve', judgement: 'extend', extendedTo: literal('2027-04-05') },
  },
});
