import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import type { Moment } from '../../kernel/step/timescale.ts';
import { becameLookedAfterBy, cameFromAdopters, isTemporary, periodAt, placementAt, underCarePlanningRules } from './care.ts';

const answer = (placement: Statement, name: string): string | undefined => {
  const given = placement.answers[name];
  return typeof given === 'string' ? given : undefined;
};

/** Hospital and a holiday are absences from a placement, not placements: nobody else has the child placed with them. */
const isAbsence = (placement: Statement): boolean => ['T1', 'T2'].includes(answer(placement, 'type') ?? '');

const placementsBefore = (placement: Statement, history: History): readonly Statement[] => {
  const placements = periodAt(history, placement.happenedOn)?.placements ?? [];
  return placements.slice(0, Math.max(0, placements.indexOf(placement)));
};

/** The placement that a child is away from: hospital, a holiday and a short stay elsewhere (T0 to T4) leave it as it is. */
const heldFor = (placement: Statement, history: History): Statement | undefined =>
  placementsBefore(placement, history).findLast((one) => !isTemporary(one));

const written = (value: string): string => value.replaceAll(/\s+/g, '').toLowerCase();

/** The same home where the postcodes agree, else where the carers do; where the record holds neither of both, unless it says that it is another. */
function isSameHome(placement: Statement, before: Statement): boolean {
  if (answer(placement, 'type') !== answer(before, 'type')) return false;
  for (const name of ['postcode', 'carers']) {
    const [now, then] = [answer(placement, name), answer(before, name)];
    if (now !== undefined && then !== undefined) return written(now) === written(then);
  }
  return placement.answers['sameCarers'] !== false;
}

/**
 * The placement to which a child has come back after a temporary one: no new placement, but the one that was there before. The return says P of it as
 * of any move (RNE), so that the reason for the episode does not tell.
 */
export function cameBackTo(placement: Statement, history: History): Statement | undefined {
  const last = placementsBefore(placement, history).at(-1);
  if (placement.answers['beganEarlier'] === true || isTemporary(placement) || !isTemporary(last)) return undefined;
  const before = heldFor(placement, history);
  if (before === undefined) return undefined;
  return withSameCarers(placement, history) || isSameHome(placement, before) ? before : undefined;
}

/** A change with the same carers goes on as before; but those who are adopters no more, and look after the child as others do, have a new placement. */
const withSameCarers = (placement: Statement, history: History): boolean =>
  placement.answers['sameCarers'] === true && !cameFromAdopters(placement, history);

/** A move to other carers. A return, a change with the same carers, or one whose day nobody knows, is none. */
export function isMove(placement: Statement, history: History): boolean {
  if (placement.answers['beganEarlier'] === true || isAbsence(placement)) return false;
  if (cameBackTo(placement, history) !== undefined) return false;
  return !withSameCarers(placement, history) || placementsBefore(placement, history).every(isTemporary);
}

/**
 * A series of short breaks became full care, and the child stays where they had them: a placement under the Care Planning Regulations from that day, with
 * all that is owed at the start of one.
 */
export const placedOnBecomingLookedAfter: Moment = {
  step: 'legalStatus',
  on: (status, history) => {
    const day = status.happenedOn;
    const period = periodAt(history, day);
    const isNew = becameLookedAfterBy(history, day)?.entry === status.entry && period?.startedOn !== day;
    const isMoved = period?.placements.some((one) => one.happenedOn === day && !isTemporary(one) && isMove(one, history)) === true;
    return isNew && !isMoved && placementAt(history, day) !== undefined && underCarePlanningRules(history, day) ? day : undefined;
  },
};

/** The placement of which this one is a part: what the child is away from, came back to, or has with the same carers. */
function continues(placement: Statement, history: History): Statement | undefined {
  if (isTemporary(placement)) return heldFor(placement, history);
  const back = cameBackTo(placement, history);
  if (back !== undefined) return back;
  return withSameCarers(placement, history) ? placementsBefore(placement, history).at(-1) : undefined;
}

/** The day on which the child came to these carers, a temporary absence left out; `undefined` where the record does not reach back to it. */
export function stayBegan(placement: Statement, history: History): LocalDate | undefined {
  if (placement.answers['beganEarlier'] === true) return undefined;
  const before = continues(placement, history);
  return before === undefined ? placement.happenedOn : stayBegan(before, history);
}

/** What a placement is in law: its kind, the carers' footing and how long it is meant to last. `since`: the day from which they have held. */
export type Terms = {
  readonly type: string | undefined;
  readonly footing: string | undefined;
  readonly expectation: string | undefined;
  readonly since: LocalDate;
};

/** The terms of a placement; while a child is away, those of the placement that is kept; after a return, those from before unless it states others. */
export function termsOf(placement: Statement, history: History): Terms {
  const kept = isTemporary(placement) ? heldFor(placement, history) : undefined;
  if (kept !== undefined) return termsOf(kept, history);
  const back = cameBackTo(placement, history);
  const before = back === undefined ? undefined : termsOf(back, history);
  return {
    type: answer(placement, 'type'),
    footing: answer(placement, 'footing') ?? before?.footing,
    expectation: answer(placement, 'expectation') ?? before?.expectation,
    since: before?.since ?? placement.happenedOn,
  };
}

/** The terms of the placement of a day. */
export function termsAt(history: History, day: LocalDate): Terms | undefined {
  const placement = placementAt(history, day);
  return placement === undefined ? undefined : termsOf(placement, history);
}

/** What ends with a placement: the next move; of a temporary one, also the return. A stay elsewhere does not end what is owed to the placement kept. */
export function endsPlacement(placement: Statement, history: History, start?: Statement): LocalDate | undefined {
  const ofTemporary = start?.step === 'placement' && isTemporary(start);
  const left = ofTemporary ? !isAbsence(placement) : !isTemporary(placement) && isMove(placement, history);
  return left ? placement.happenedOn : undefined;
}

type OfKind = (placement: Statement) => boolean;

/** Placed in a kind of placement, or what was another kind became one: with the same carers too, the law on the kind begins there. */
export function entersKind(placement: Statement, history: History, isOfKind: OfKind): boolean {
  if (!isOfKind(placement) || placement.answers['beganEarlier'] === true) return false;
  const before = heldFor(placement, history);
  return isMove(placement, history) || (before !== undefined && !isOfKind(before));
}

/** No longer in a kind of placement, whoever the carers are; a temporary stay elsewhere does not leave it. */
export const leavesKind = (placement: Statement, isOfKind: OfKind): LocalDate | undefined =>
  isTemporary(placement) || isOfKind(placement) ? undefined : placement.happenedOn;
