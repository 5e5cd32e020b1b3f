import { date as literal } from '../../kernel/calendar/dates.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import type { History } from '../../kernel/step/history.ts';
import { offerLink, type Offer } from '../../kernel/step/offers.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart, statementsOf } from '../checks.ts';
import { reviewRecordLimits, reviewRecordParts } from './review-record-limits.ts';

/** The last one held: what is recorded now is most often of it. */
const lastReview = (history: History): Offer<string> | undefined =>
  offerLink(history.findLast(({ step, answers }) => step === 'lookedAfterReview' && answers['held'] !== false));

/** The narrative of a review is written for its record, within 15 working days. */
const ifWritten = ({ done }: SoFar): boolean => Array.isArray(done) && done.includes('record');

/** What comes of a looked-after review: decisions, record and distribution, all in one entry or one by one. */
export const lookedAfterReviewRecord = defineStep({
  name: 'lookedAfterReviewRecord',
  title: 'Record of the looked-after review',
  law: 'Care Planning, Placement and Case Review Regulations 2010 reg 38; IRO Handbook 2010',
  fields: {
    doneOn: date('Date', { required: 'IRO Handbook: each has a limit that runs from the day of the review' }),
    done: codes('What was done', reviewRecordParts, { required: 'Each has a limit of its own: five, 15 and 20 working days' }),
    review: link('Which review', 'entry', { hint: 'Leave empty for the last one held' }),
    note: text('What the manager could not agree to, and what follows', {
      lines: 3,
      hint: 'A manager who cannot agree to a decision says so within five working days of receiving it',
      neverPrefilled: true,
    }),
  },
  each: {
    spokeWithOfficer: yesNo('The officer spoke with the child alone before the review', { neverPrefilled: true, askedWhen: ifWritten }),
    othersView: text('What the parents, carers and others said', { lines: 5, neverPrefilled: true, askedWhen: ifWritten }),
  },
  happenedOn: (answers) => answers.doneOn,
  offers: (history, today) => ({ doneOn: { value: today }, review: lastReview(history) }),
  timescales: reviewRecordLimits,
  among: (history) => statementsOf('lookedAfterReview', history),
  may: { record: ['reviewingOfficer', 'teamManager', 'socialWorker'], read: practitioners },
  summary: ({ done }) => `Looked-after review: ${done.map((part) => summaries[part]).join(', ')}`,
  decide: (history, { doneOn }, today) => {
    const day = { field: 'doneOn', what: 'The date', on: doneOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'lookedAfterReview', 'the first review')];
  },
  dependsOn: ['lookedAfterReview'],
  examples: {
    'decisions sent': { doneOn: literal('2026-02-10'), done: ['decisions'] },
    'record written and sent': {
      doneOn: literal('2026-02-24'),
      done: ['record', 'distribution'],
      spokeWithOfficer: true,
      othersView: 'Her mother thinks that twice a week is too little.',
    },
  },
});

const summaries = { decisions: 'decisions sent', record: 'record written', distribution: 'record sent' } as const;
