import { addMonths, type LocalDate } from '../kernel/calendar/dates.ts';
import { stateOf, type Clock, type ClockState } from '../kernel/step/clock.ts';
import type { Standing } from '../kernel/step/derivation.ts';
import { categoriesOfAbuse } from '../vocabulary/cin.ts';
import { isLookedAfter, isOnPlan, populationNames, populations, reviewed, visitsOf } from './populations.ts';

/** How an open limit stands. */
export const openStates = ['late', 'dueSoon', 'inTime', 'notInSource'] as const;
export type OpenState = (typeof openStates)[number];

export type Open = { readonly clock: Clock; readonly state: OpenState };

/** From when is looked: a day in England, the last day that is soon, and the instant. */
export type Looking = { readonly today: LocalDate; readonly soonUntil: LocalDate; readonly at: Date };

const isOpen = (state: ClockState): state is OpenState => openStates.some((one) => one === state);

/** What is known before what is not in the source; then the earliest due. */
const isMorePressing = (one: Open, other: Open | undefined): boolean => {
  if (other === undefined) return true;
  if ((one.state === 'notInSource') !== (other.state === 'notInSource')) return other.state === 'notInSource';
  return one.clock.dueOn < other.clock.dueOn;
};

/** In which columns, of whichever population, a rule stands. */
export const columnsOf: ReadonlyMap<string, readonly string[]> = columnsByRule();

function columnsByRule(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { columns } of Object.values(populations))
    for (const { name, rules } of columns) for (const rule of rules) found.set(rule, [...(found.get(rule) ?? []), name]);
  return found;
}

/** The most pressing open limit of each column; of two that are as pressing, the first that is given. */
export function openIn(clocks: readonly Clock[], { today, soonUntil, at }: Looking): ReadonlyMap<string, Open> {
  const found = new Map<string, Open>();
  for (const clock of clocks) {
    const columns = columnsOf.get(clock.rule);
    if (columns === undefined) continue;
    const state = stateOf(clock, today, soonUntil, at);
    if (!isOpen(state)) continue;
    const one = { clock, state };
    for (const column of columns) if (isMorePressing(one, found.get(column))) found.set(column, one);
  }
  return found;
}

const verdicts = {
  six: ['within', 'outside', 'notYetDue', 'notInSource'],
  own: ['within', 'outside', 'notYetDue', 'notInSource', 'noLimit'],
} as const;
export type Way = keyof typeof verdicts;
export type Verdict = (typeof verdicts)[Way][number];
type Kind = (typeof reviewed)[keyof typeof reviewed];

/** A review of an earlier plan, or in an earlier period of care, says nothing about this one. */
function isReviewed(standing: Standing, kind: Kind): boolean {
  const [last, since] = [kind.last(standing), kind.since(standing)];
  return last !== undefined && (since === undefined || last >= since);
}

const isInTime = (state: OpenState | undefined): boolean => state === 'inTime' || state === 'dueSoon';

/** The origin's figure: independently reviewed at least six-monthly. */
function bySixMonths(standing: Standing, kind: Kind, state: OpenState | undefined, today: LocalDate): Verdict {
  if (isReviewed(standing, kind) && (kind.last(standing) ?? '') >= addMonths(today, -6)) return 'within';
  if (state === 'notInSource') return 'notInSource';
  return !isReviewed(standing, kind) && isInTime(state) ? 'notYetDue' : 'outside';
}

/** Each review within its own limit: a child newly on a plan is late at three months, one newly looked after at twenty working days. */
function byOwnLimit(standing: Standing, kind: Kind, state: OpenState | undefined): Verdict {
  if (state === undefined) return 'noLimit';
  if (state === 'notInSource') return 'notInSource';
  if (!isInTime(state)) return 'outside';
  return isReviewed(standing, kind) ? 'within' : 'notYetDue';
}

const reviewedKinds = ['plans', 'care'] as const;

/**
 * What is counted of a child on the boards. Together they are one number, a bit for each in this order: it is kept in the database, so that a name is
 * only ever added at the end, and `derivedVersion` raised.
 */
const markNames: readonly string[] = [
  'onPlan',
  'lookedAfter',
  'noWorker',
  'noOfficer',
  'missing',
  'visitsNotInSource',
  'notSeen',
  ...populationNames.flatMap((who) => openStates.map((state) => `${who}-${state}`)),
  ...reviewedKinds.flatMap((who) => verdicts.six.map((verdict) => `${who}-six-${verdict}`)),
  ...reviewedKinds.flatMap((who) => verdicts.own.map((verdict) => `${who}-own-${verdict}`)),
  ...Object.keys(categoriesOfAbuse).map((code) => `category-${code}`),
];

const bits: ReadonlyMap<string, number> = new Map(markNames.map((name, n) => [name, 2 ** n]));

/** The bit of a name; undefined: nothing is counted under it. */
export const bitOf = (name: string): number | undefined => bits.get(name);

export const isMarked = (mark: number, bit: number): boolean => Math.floor(mark / bit) % 2 === 1;

/** The names of all that is counted of a child who stands so, with these limits open. */
export function marksOf(standing: Standing, open: ReadonlyMap<string, Open>, today: LocalDate): readonly string[] {
  const names: string[] = [];
  const note = (isSo: boolean, name: string): void => void (isSo && names.push(name));
  note(isOnPlan(standing), 'onPlan');
  note(isLookedAfter(standing), 'lookedAfter');
  note(standing.worker === undefined, 'noWorker');
  note(isLookedAfter(standing) && standing.reviewingOfficer === undefined, 'noOfficer');
  note(standing.missingSince !== undefined, 'missing');
  note(standing.visitsNotInSource === true, 'visitsNotInSource');
  note(
    visitsOf.some(({ name }) => open.get(name)?.state === 'late'),
    'notSeen',
  );
  for (const who of populationNames) {
    const states = new Set(populations[who].columns.map(({ name }) => open.get(name)?.state));
    for (const state of openStates) note(states.has(state), `${who}-${state}`);
  }
  for (const who of reviewedKinds) {
    const kind = reviewed[who];
    if (!kind.isIn(standing)) continue;
    const state = open.get(kind.column.name)?.state;
    names.push(`${who}-six-${bySixMonths(standing, kind, state, today)}`, `${who}-own-${byOwnLimit(standing, kind, state)}`);
  }
  if (standing.category !== undefined) note(bits.has(`category-${standing.category}`), `category-${standing.category}`);
  return names;
}

export const markOf = (standing: Standing, open: ReadonlyMap<string, Open>, today: LocalDate): number =>
  marksOf(standing, open, today).reduce((mark, name) => mark + (bits.get(name) ?? 0), 0);
