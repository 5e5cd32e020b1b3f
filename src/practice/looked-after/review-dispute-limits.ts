import type { History, Statement } from '../../kernel/step/history.ts';
import { workingDays, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { isBefore } from '../checks.ts';
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

/** The dispute that an end or a level is of: the one that it names, else the last that the officer had raised by then; a dispute is of itself. */
function disputeOf(one: Statement, history: History): unknown {
  if (one.step === 'reviewDispute') return one.entry;
  return (
    one.answers['dispute'] ?? history.findLast((raised) => isOf('officerDisputes', raised) && raised.happenedOn <= one.happenedOn)?.entry
  );
}

const raisedByOfficer: Moment = {
  step: 'reviewDispute',
  on: (dispute) => (isOf('officerDisputes', dispute) ? dispute.happenedOn : undefined),
};

/** To the next level: of the dispute, or of the level, that began the limit; another dispute is another thing. */
const takenFurther: Moment = {
  step: 'reviewDisputeStage',
  on: (stage, history, start) => {
    if (start === undefined) return stage.happenedOn;
    const isNext = isBefore(start, stage) && disputeOf(stage, history) === disputeOf(start, history);
    return isNext ? stage.happenedOn : undefined;
  },
};

const endOfDispute = (outcome: string): Moment => ({
  step: 'reviewDisputeEnd',
  on: (end, history, start) => {
    if (end.answers['outcome'] !== outcome) return undefined;
    return start === undefined || disputeOf(end, history) === disputeOf(start, history) ? end.happenedOn : undefined;
  },
});

const unresolved: Timescale['endedBy'] = [
  { ...endOfDispute('withdrawn'), because: 'withdrawn by the reviewing officer' },
  { ...endOfDispute('cafcass'), because: 'referred to Cafcass' },
  ...endsOfCare,
];

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
    starts: [raisedByOfficer],
    meets: endOfDispute('resolved'),
    endedBy: unresolved,
    law: 'IRO Handbook 2010 chapter 6: the whole of the local dispute resolution within 20 working days',
  },
  {
    ...handbook,
    version: 'local',
    standing: 'local',
    rule: 'reviewDisputeLevel',
    title: 'Answer of the level that a dispute of the reviewing officer is with',
    limit: workingDays(5),
    starts: [raisedByOfficer, { step: 'reviewDisputeStage' }],
    meets: endOfDispute('resolved'),
    alsoMetBy: [takenFurther],
    endedBy: unresolved,
    law: 'Local standard: five working days at each level, so that four levels fit into the 20 of the IRO Handbook 2010 chapter 6',
  },
];
