import { addMonths, type LocalDate } from '../kernel/calendar/dates.ts';
import { remembered } from '../kernel/calendar/remembered.ts';
import { stateOf, type Clock, type ClockState } from '../kernel/step/clock.ts';
import type { Standing } from '../kernel/derivation/derivation.ts';
import { categoriesOfAbuse } from '../vocabulary/cin.ts';
import { isLookedAfter, isOnPlan, populationNames, populations, reviewed, visitsOf } from './populations.ts';

/** How an open limit stands. */
export const openStates = ['late', 'dueSoon', 'inTime', 'notInSource'] as const;
export type OpenState = (typeof openStates)[number];

export type Open = { readonly clock: Clock; readonly state: OpenState };

/** From when is looked: a day in England, and the instant on it. */
export type Looking = { readonly today: LocalDate; readonly at: Date };

/** Whether what is owed is still to be done. */
export const isOpen = (state: ClockState): state is OpenState => openStates.some((one) => one === state);

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
export function openIn(clocks: readonly Clock[], { today, at }: Looking): ReadonlyMap<string, Open> {
  const found = new Map<string, Open>();
  for (const clock of clocks) {
    const columns = columnsOf.get(clock.rule);
    if (columns === undefined) continue;
    const state = stateOf(clock, today, at);
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

const sixMonthsBefore = remembered((day: LocalDate) => addMonths(day, -6));

/** The origin's figure: independently reviewed at least six-monthly. Of past months `record/population.ts` and `record.count_at` count the same. */
function bySixMonths(standing: Standing, kind: Kind, state: OpenState | undefined, today: LocalDate): Verdict {
  if (isReviewed(standing, kind) && (kind.last(standing) ?? '') >= sixMonthsBefore(today)) return 'within';
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

const bitNamed = (name: string): number => bits.get(name) ?? 0;

/** Looked up once: a line has dozens of moments, and an import thousands of lines. */
const own = {
  onPlan: bitNamed('onPlan'),
  lookedAfter: bitNamed('lookedAfter'),
  noWorker: bitNamed('noWorker'),
  noOfficer: bitNamed('noOfficer'),
  missing: bitNamed('missing'),
  visitsNotInSource: bitNamed('visitsNotInSource'),
  notSeen: bitNamed('notSeen'),
} as const;
const statesOf = populationNames.map((who) => ({
  columns: populations[who].columns.map(({ name }) => name),
  bits: openStates.map((state) => [state, bitNamed(`${who}-${state}`)] as const),
}));
const reviewsOf = reviewedKinds.map((who) => ({
  kind: reviewed[who],
  six: new Map<Verdict, number>(verdicts.six.map((verdict) => [verdict, bitNamed(`${who}-six-${verdict}`)])),
  own: new Map<Verdict, number>(verdicts.own.map((verdict) => [verdict, bitNamed(`${who}-own-${verdict}`)])),
}));

/** What is true of a child on any day, until something more is recorded. */
function markOfStanding(standing: Standing): number {
  const isInCare = isLookedAfter(standing);
  return (
    (isOnPlan(standing) ? own.onPlan : 0) +
    (isInCare ? own.lookedAfter : 0) +
    (standing.worker === undefined ? own.noWorker : 0) +
    (isInCare && standing.reviewingOfficer === undefined ? own.noOfficer : 0) +
    (standing.missingSince === undefined ? 0 : own.missing) +
    (standing.visitsNotInSource === true ? own.visitsNotInSource : 0) +
    (standing.category === undefined ? 0 : bitNamed(`category-${standing.category}`))
  );
}

/** What is counted of a child who stands so, with these limits open. */
export function markOf(standing: Standing, open: ReadonlyMap<string, Open>, today: LocalDate): number {
  let mark = markOfStanding(standing);
  if (visitsOf.some(({ name }) => open.get(name)?.state === 'late')) mark += own.notSeen;
  for (const { columns, bits } of statesOf)
    for (const [state, bit] of bits) if (columns.some((name) => open.get(name)?.state === state)) mark += bit;
  for (const { kind, six, own } of reviewsOf) {
    if (!kind.isIn(standing)) continue;
    const state = open.get(kind.column.name)?.state;
    mark += (six.get(bySixMonths(standing, kind, state, today)) ?? 0) + (own.get(byOwnLimit(standing, kind, state)) ?? 0);
  }
  return mark;
}
