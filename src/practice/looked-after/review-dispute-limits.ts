import type { History, Statement } from '../../kernel/step/history.ts';
import { workingDays, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { endsOfCare } from './care-moments.ts';
import { areDecisions, handbook, reviewOf } from './review-record-limits.ts';

const isOf = (kind: string, { step, answers }: Statement): boolean => step === 'reviewDispute' && answers['kind'] === kind;

const isObjectionTo = (objection: Statement, decisions: Statement, history: History): boolean =>
  isOf('managerObjects', objection) &&
  objection.happenedOn >= decisions.happenedOn &&
  reviewOf(objection, history) === reviewOf(decisions, history);

/** Decisions that nobody objected to stand: silence owes nothing. Of decisions sent twice the first sending counts. */
const objectedTo: Moment = {
  step: 'lookedAfterReviewRecord',
  on: (sent, history) => {
    const first = history.find((one) => areDecisions(one) && reviewOf(one, history) === reviewOf(sent, history));
    return first === sent && history.some((one) => isObjectionTo(one, sent, history)) ? sent.happenedOn : undefined;
  },
};

/** The dispute that an end is of: the one that it names, else the last that the officer had raised by then. */
function disputeOf(end: Statement, history: History): unknown {
  return end.answers['dispute'] ?? history.findLast((one) => isOf('officerDisputes', one) && one.happenedOn <= end.happenedOn)?.entry;
}

const ended = (outcome: string): Moment => ({
  step: 'reviewDisputeEnd',
  on: (end, history, start) => {
    if (end.answers['outcome'] !== outcome) return undefined;
    return start === undefined || disputeOf(end, history) === start.entry ? end.happenedOn : undefined;
  },
});

export const reviewDisputeLimits: readonly Timescale[] = [
  {
    ...handbook,
    rule: 'managersObjection',
    title: 'Manager’s objection to decisions of the looked-after review',
    limit: workingDays(5),
    starts: [objectedTo],
    meets: {
      step: 'reviewDispute',
      on: (objection, history, start) =>
        start === undefined || isObjectionTo(objection, start, history) ? objection.happenedOn : undefined,
    },
    endedBy: [],
    law: 'IRO Handbook 2010: a manager who cannot agree to a decision says so within five working days of receiving it; else the decisions stand',
  },
  {
    ...handbook,
    rule: 'reviewDispute',
    title: 'Dispute of the reviewing officer resolved',
    limit: workingDays(20),
    starts: [{ step: 'reviewDispute', on: (dispute) => (isOf('officerDisputes', dispute) ? dispute.happenedOn : undefined) }],
    meets: ended('resolved'),
    endedBy: [
      { ...ended('withdrawn'), because: 'withdrawn by the reviewing officer' },
      { ...ended('cafcass'), because: 'referred to Cafcass' },
      ...endsOfCare,
    ],
    law: 'IRO Handbook 2010 chapter 6: the whole of the local dispute resolution within 20 working days',
  },
];
