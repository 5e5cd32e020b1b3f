import { addMonths, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History } from '../../kernel/step/history.ts';
import { allOf } from '../../kernel/step/step.ts';
import { caseloadDecision, inductionProgramme, inductionReview, schemeOf } from '../../practice/pathway.ts';
import { capacityOf } from './caseload.ts';
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
  const reviews = allOf(inductionReview, history).map(({ answers }) => answers);
  const extended = reviews.findLast(({ extendedTo }) => extendedTo !== undefined)?.extendedTo;
  const { startedOn, scheme, mentor, protectedHours, percent, plan } = last.answers;
  const evidence = Map.groupBy(
    history.filter(({ step }) => step === 'inductionEvidence'),
    ({ answers }) => String(answers['towards']),
  );
  const decided = allOf(caseloadDecision, history).at(-1);
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

/** How much they may carry, weighed: by their hours (of whom none are on record, a full week) and by what is protected, of the local standard or less where that was promised. */
export const protectedAt = ({ percent }: Pick<Induction, 'percent'>, hours: number | undefined, standard: Standard): number =>
  capacityOf(
    { grade: 'newlyQualified', hours: hours ?? standard.fullTimeHours },
    percent === undefined ? standard : { ...standard, newlyQualified: percent / 100 },
  ).most;

/**
 * Whether somebody carries more than was promised. `undecided`: nobody has said why, or it has become more since they did. `decided`: until the day that was
 * named; `overdue`: that day is past, and it is more still. It is mended by itself as soon as they carry less.
 */
export type Breach = { readonly kind: 'none' | 'undecided' } | { readonly kind: 'decided' | 'overdue'; readonly decision: Decision };

export function breachOf(
  { decision, ended, endsOn }: Pick<Induction, 'decision' | 'ended' | 'endsOn'>,
  { carried, most }: { readonly carried: number; readonly most: number },
  today: LocalDate,
): Breach {
  if (ended !== undefined || today > endsOn || carried <= most) return { kind: 'none' };
  if (decision === undefined || decision.decidedOn > today || carried > (decision.carried ?? carried)) return { kind: 'undecided' };
  return { kind: today > decision.mendedBy ? 'overdue' : 'decided', decision };
}
