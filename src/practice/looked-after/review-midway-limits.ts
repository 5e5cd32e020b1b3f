import { months, weeks, type Limit, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { isBefore } from '../checks.ts';
import { endsForAdoption, endsOfCare, localStandard, wasHeld } from './care-moments.ts';
import { ordinalOf } from './review-ordinal.ts';
import { isToBeRecorded } from './review-record-limits.ts';

/** Half of the time until the next review: three months after the first, six after every other. */
const half = (review: Statement, history: History): Limit => (ordinalOf(review, history) === 1 ? weeks(6) : months(3));

/** A review that is held before anybody has looked, late or not, looks at all there is. */
const nextReview: Moment = {
  step: 'lookedAfterReview',
  on: (review, _history, start) => (wasHeld(review) && (start === undefined || isBefore(start, review)) ? review.happenedOn : undefined),
};

export const midwayLimits: readonly Timescale[] = [
  {
    ...localStandard,
    rule: 'reviewMidwayCheck',
    title: 'Midway check of the reviewing officer',
    limit: half,
    starts: [
      {
        step: 'lookedAfterReview',
        on: (review, history) => (isToBeRecorded(review, history) && (ordinalOf(review, history) ?? 0) > 0 ? review.happenedOn : undefined),
      },
    ],
    meets: { step: 'reviewMidwayCheck' },
    alsoMetBy: [nextReview],
    endedBy: [...endsOfCare, ...endsForAdoption],
    law: 'Local standard: half-way to the next review (Children Act 1989 s25B(1)(a): the officer monitors the authority’s work for the child; IRO Handbook 2010 chapter 3)',
  },
];
