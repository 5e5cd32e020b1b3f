import { date } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { workingDays, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { wasHeld } from './care-moments.ts';

/** What is owed after a review, each by a day of its own. */
export const reviewRecordParts = {
  decisions: 'Decisions sent to the manager and to all who are to act on them',
  record: 'Full record of the review written',
  distribution: 'Record sent to the child, the parents, the carers and all who were asked to the review',
} as const;

/** In force with the Care Planning Regulations. */
export const handbook = {
  version: 'IRO Handbook 2010',
  inForce: { from: date('2011-04-01') },
  announcedOn: date('2010-03-26'),
  standing: 'guidance',
} as const satisfies Partial<Timescale>;

const held: Moment = { step: 'lookedAfterReview', on: (review) => (wasHeld(review) ? review.happenedOn : undefined) };

const isHeldReview = (one: Statement): boolean => one.step === 'lookedAfterReview' && wasHeld(one);

/** Of the reviews of a file, which says nothing of what came of them, the last alone: years of them would hide what is due. */
export function isToBeRecorded(review: Statement, history: History): boolean {
  const isOver = review.source !== undefined && history.some((one) => isHeldReview(one) && one.happenedOn > review.happenedOn);
  return wasHeld(review) && !isOver;
}

const toBeRecorded: Moment = {
  step: 'lookedAfterReview',
  on: (review, history) => (isToBeRecorded(review, history) ? review.happenedOn : undefined),
};

/** And of that one nobody asks any more once care has ended; the record of a review that was written down here stays owed. */
const endsOfFile: Timescale['endedBy'] = [
  {
    step: 'periodOfCareEnd',
    because: 'ceased to be looked after',
    on: (end, _history, start) => (start?.source === undefined ? undefined : end.happenedOn),
  },
];

/** The review that a record, or a disagreement, is of: the one that it names, else the last that had been held by then. */
export function reviewOf(record: Statement, history: History): unknown {
  return record.answers['review'] ?? history.findLast((one) => isHeldReview(one) && one.happenedOn <= record.happenedOn)?.entry;
}

const tells = (part: keyof typeof reviewRecordParts, { step, answers }: Statement): boolean =>
  step === 'lookedAfterReviewRecord' && Array.isArray(answers['done']) && answers['done'].includes(part);

/** The decisions of a review were sent. */
export const areDecisions = (record: Statement): boolean => tells('decisions', record);

const done = (part: keyof typeof reviewRecordParts): Moment => ({
  step: 'lookedAfterReviewRecord',
  on: (record, history, start) => {
    if (!tells(part, record)) return undefined;
    return start === undefined || reviewOf(record, history) === start.entry ? record.happenedOn : undefined;
  },
});

export const reviewRecordLimits: readonly Timescale[] = [
  {
    ...handbook,
    rule: 'reviewDecisionsSent',
    title: 'Decisions of the looked-after review sent',
    limit: workingDays(5),
    starts: [toBeRecorded],
    meets: done('decisions'),
    endedBy: endsOfFile,
    law: 'IRO Handbook 2010: a written record of the decisions within five working days of the review',
  },
  {
    ...handbook,
    rule: 'reviewRecordWritten',
    title: 'Record of the looked-after review written',
    limit: workingDays(15),
    starts: [toBeRecorded],
    meets: done('record'),
    endedBy: endsOfFile,
    law: 'Care Planning Regulations 2010 reg 38; IRO Handbook 2010: the full record within 15 working days of the review',
  },
  {
    ...handbook,
    rule: 'reviewRecordSent',
    title: 'Record of the looked-after review sent',
    limit: workingDays(20),
    starts: [toBeRecorded],
    meets: done('distribution'),
    endedBy: endsOfFile,
    law: 'IRO Handbook 2010: the record distributed within 20 working days of the review',
  },
];

/** Begun, and to be completed another day: for the limits of reviews it has not been held yet. */
export const adjournedReviewLimit: Timescale = {
  ...handbook,
  rule: 'adjournedLookedAfterReview',
  title: 'Adjourned looked-after review completed',
  limit: workingDays(20),
  starts: [
    {
      step: 'lookedAfterReview',
      on: ({ answers, happenedOn }) => (answers['held'] === false && answers['adjourned'] === true ? happenedOn : undefined),
    },
  ],
  meets: held,
  endedBy: [{ step: 'periodOfCareEnd', because: 'ceased to be looked after' }],
  law: 'IRO Handbook 2010: a review that was adjourned is completed within 20 working days of its first day',
};
