import { addMonths, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { allOf } from '../../kernel/step/step.ts';
import { caseloadDecision, inductionProgramme, inductionReview, schemeOf } from '../../practice/pathway.ts';
import { capacityOf, caseloadOf, type CarriedChild } from './caseload.ts';
import type { Standard } from './standard.ts';

export type Decision = {
  readonly entry: string;
  readonly decidedOn: LocalDate;
  readonly by: string;
  readonly carried?: number;
  readonly why: string;
  readonly relief?: string;
  readonly mendedBy: LocalDate;
};

type Review = { readonly stage: string; readonly heldOn: LocalDate; readonly judgement: string; readonly timeGiven?: string };

/** The induction that runs, or ran last, as its file says. */
export type Induction = {
  readonly startedOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly scheme: string;
  readonly mentor?: string;
  readonly protectedHours?: number;
  readonly percent?: number;
  readonly plan?: string;
  /** How it ended, and when; absent: it runs. */
  readonly ended?: { readonly on: LocalDate; readonly outcome: string };
  readonly meetings: readonly LocalDate[];
  readonly observations: readonly { readonly on: LocalDate; readonly what: string }[];
  readonly evidence: ReadonlyMap<string, number>;
  readonly reviews: readonly Review[];
  readonly decision?: Decision;
};

/** Undefined: no programme was begun. What an earlier one left, before long leave, stays on record and counts as done. */
export function inductionOf(history: History): Induction | undefined {
  const programmes = allOf(inductionProgramme, history);
  const last = programmes.at(-1);
  if (last === undefined) return undefined;
  const end = history.findLast(({ step, position }) => step === 'inductionEnd' && position > last.position);
  const begunAt = beginningOf(last, history);
  const reviewed = allOf(inductionReview, history);
  const reviews = reviewed.map(({ answers }) => answers);
  const extended = reviewed.findLast(({ position, answers }) => position > begunAt && answers.extendedTo !== undefined)?.answers.extendedTo;
  const { startedOn, scheme, mentor, protectedHours, percent, plan } = last.answers;
  const evidence = Map.groupBy(
    history.filter(({ step }) => step === 'inductionEvidence'),
    ({ answers }) => String(answers['towards']),
  );
  const decided = allOf(caseloadDecision, history).findLast(({ position }) => position > begunAt);
  return {
    startedOn,
    endsOn: extended ?? addMonths(startedOn, schemeOf(scheme)?.months ?? 12),
    scheme,
    ...(mentor === undefined ? {} : { mentor }),
    ...(protectedHours === undefined ? {} : { protectedHours }),
    ...(percent === undefined ? {} : { percent }),
    ...(plan === undefined ? {} : { plan }),
    ...(end === undefined ? {} : { ended: { on: end.happenedOn, outcome: String(end.answers['outcome']) } }),
    meetings: history.filter(({ step }) => step === 'mentorMeeting').map(({ happenedOn }) => happenedOn),
    observations: history
      .filter(({ step }) => step === 'directObservation')
      .map(({ happenedOn, answers }) => ({ on: happenedOn, what: String(answers['what']) })),
    evidence: new Map([...evidence].map(([towards, some]) => [towards, some.length])),
    reviews: reviews.map(({ stage, heldOn, judgement, timeGiven }) => ({
      stage,
      heldOn,
      judgement,
      ...(timeGiven === undefined ? {} : { timeGiven }),
    })),
    ...(decided === undefined ? {} : { decision: { entry: decided.entry, by: decided.recordedBy, ...decided.answers } }),
  };
}

/** Where the programme of now began: what was extended or decided in an earlier one holds in that alone. One that is told again, with another mentor, goes on. */
function beginningOf(last: Pick<Statement, 'position' | 'happenedOn'>, history: History): number {
  const ended = history.findLast(({ step, position }) => step === 'inductionEnd' && position < last.position)?.position ?? -1;
  const first = history.find(
    ({ step, position, happenedOn }) => step === 'inductionProgramme' && position > ended && happenedOn === last.happenedOn,
  );
  return first?.position ?? last.position;
}

/** Whether the induction runs on a day, and its protection with it. */
export const runsOn = ({ startedOn, endsOn, ended }: Pick<Induction, 'startedOn' | 'endsOn' | 'ended'>, day: LocalDate): boolean =>
  startedOn <= day && day <= endsOn && (ended === undefined || day < ended.on);

/** How much they may carry, weighed: by their hours (of whom none are on record, a full week) and by what is protected, of the local standard or less where that was promised. */
export const protectedAt = ({ percent }: Pick<Induction, 'percent'>, hours: number | undefined, standard: Standard): number =>
  capacityOf({ grade: 'newlyQualified', hours: hours ?? standard.fullTimeHours }, standard, percent).most;

/** What of all that a worker carries they had already on a day, weighed: what a decision of that day covers which does not say it. */
export const carriedBy = (worker: string, day: LocalDate, carried: readonly CarriedChild[], standard: Standard): number =>
  caseloadOf(
    worker,
    carried.filter(({ worker: lead, workerSince }) => lead !== worker || workerSince === undefined || workerSince <= day),
    standard,
  ).weighted;

/**
 * Whether somebody carries more than was promised. `covered`: what of it they carried on the day of the decision. `undecided`: nobody has said why, or it has become more since they did. `decided`: until the day that was
 * named; `overdue`: that day is past, and it is more still. It is mended by itself as soon as they carry less.
 */
export type Breach = { readonly kind: 'none' | 'undecided' } | { readonly kind: 'decided' | 'overdue'; readonly decision: Decision };

export function breachOf(
  { decision, ended, endsOn }: Pick<Induction, 'decision' | 'ended' | 'endsOn'>,
  { carried, most, covered }: { readonly carried: number; readonly most: number; readonly covered: number },
  today: LocalDate,
): Breach {
  if (ended !== undefined || today > endsOn || carried <= most) return { kind: 'none' };
  if (decision === undefined || decision.decidedOn > today || carried > (decision.carried ?? covered)) return { kind: 'undecided' };
  return { kind: today > decision.mendedBy ? 'overdue' : 'decided', decision };
}
