import type { LocalDate } from '../../kernel/calendar/dates.ts';
import { keyOf, type AgencyEvent } from './integrated-chronology.ts';

/**
 * One agency knew something, and a decision was made without it: by another agency, which had not been told by that day; or by the same agency, in whose own
 * record it did not stand yet. Computed from days alone. It says what was not known, never that knowing it would have changed anything: that is for the review.
 */
export type MissedConnection = {
  readonly kind: 'notTold' | 'notRecorded';
  readonly known: AgencyEvent;
  /** Who acted without it. */
  readonly by: string;
  /** Every decision of theirs made without it, the first first. */
  readonly acted: readonly [AgencyEvent, ...AgencyEvent[]];
  /** When they learnt of it; absent: no chronology says that they ever did. */
  readonly learntOn?: LocalDate;
};

export const isSameAgency = (a: string, b: string): boolean => keyOf(a) === keyOf(b);

/** The day on which an agency knew of an event; absent: nothing says that it did. */
export function knownTo(event: AgencyEvent, agency: string): LocalDate | undefined {
  if (isSameAgency(event.agency, agency)) return event.knownOn;
  return event.told
    .filter((one) => isSameAgency(one.agency, agency))
    .map(({ on }) => on)
    .toSorted()[0];
}

/** The agencies of a chronology, each once, as it is first written. */
export function agenciesOf(events: readonly AgencyEvent[]): readonly string[] {
  const found = new Map<string, string>();
  for (const { agency } of events) if (!found.has(keyOf(agency))) found.set(keyOf(agency), agency);
  return [...found.values()];
}

/** A decision about another concern is no decision about this one; one that names none may be about any. */
const mayBeAbout = (decision: AgencyEvent, concern: string): boolean =>
  decision.concern === undefined || keyOf(decision.concern) === keyOf(concern);

export function missedConnections(events: readonly AgencyEvent[]): readonly MissedConnection[] {
  const made = events.filter(({ isDecision }) => isDecision);
  const agencies = agenciesOf(events);
  return events.flatMap((known) =>
    known.concern === undefined ? [] : agencies.flatMap((by) => missedBy(known, known.concern ?? '', by, made)),
  );
}

function missedBy(known: AgencyEvent, concern: string, by: string, made: readonly AgencyEvent[]): readonly MissedConnection[] {
  const isOwn = isSameAgency(known.agency, by);
  // To another agency it could have been told from the day on which it was known; to its own people from the day on which it happened.
  const since = isOwn ? known.on : known.knownOn;
  const learntOn = knownTo(known, by);
  const [first, ...later] = made.filter(
    (one) =>
      one.entry !== known.entry &&
      isSameAgency(one.agency, by) &&
      one.on > since &&
      (learntOn === undefined || one.on < learntOn) &&
      mayBeAbout(one, concern),
  );
  if (first === undefined) return [];
  return [
    { kind: isOwn ? 'notRecorded' : 'notTold', known, by, acted: [first, ...later], ...(learntOn === undefined ? {} : { learntOn }) },
  ];
}
