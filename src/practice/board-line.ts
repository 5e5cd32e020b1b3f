import { addDays, addMonths, date, dayInEngland, type LocalDate } from '../kernel/calendar/dates.ts';
import { instantInEngland } from '../kernel/calendar/instants.ts';
import { remembered } from '../kernel/calendar/remembered.ts';
import { addWorkingDays } from '../kernel/calendar/working-days.ts';
import { soonUntil, type Clock } from '../kernel/step/clock.ts';
import type { BoardLine, Standing } from '../kernel/derivation/derivation.ts';
import { columnsOf, markOf, openIn, type Open } from './board-marks.ts';
import { columns, isLookedAfter, isOnPlan, reviewed } from './populations.ts';

const startOf = remembered((day: LocalDate) => instantInEngland(day, '00:00').getTime());

/** The first day from which on a condition holds that, once it holds, goes on holding: near a guess. */
function firstDay(guess: LocalDate, holds: (day: LocalDate) => boolean): LocalDate {
  let day = guess;
  while (holds(addDays(day, -1))) day = addDays(day, -1);
  while (!holds(day)) day = addDays(day, 1);
  return day;
}

const soonFrom = remembered((dueOn: LocalDate) => firstDay(addWorkingDays(dueOn, -5), (day) => soonUntil(day) >= dueOn));
const sixMonthsPast = remembered((last: LocalDate) => firstDay(addMonths(last, 6), (day) => addMonths(day, -6) > last));

/** Open on the day, or later: whatever was met or ended by then is nothing to a board that looks from then on. */
const isYetOpen =
  (from: LocalDate) =>
  ({ rule, metOn, endedOn }: Clock): boolean =>
    columnsOf.has(rule) && (metOn === undefined || metOn > from) && (endedOn === undefined || endedOn > from);

/** Beyond it no calendar of working days is known, and nobody looks. */
const farAhead = date('2149-01-01');

const daysOf = (from: LocalDate, { startedOn, metOn, endedOn, dueOn, notInSource }: Clock): readonly (LocalDate | undefined)[] => [
  startedOn,
  metOn,
  endedOn,
  ...(notInSource || dueOn < from || dueOn >= farAhead ? [] : [soonFrom(dueOn), addDays(dueOn, 1)]),
];

type Moment = { readonly at: number; readonly today: LocalDate };

/** Every instant from a day on at which passing time alone may change something, in order; the first is the day's beginning. */
function momentsFrom(from: LocalDate, standing: Standing, clocks: readonly Clock[]): readonly Moment[] {
  const reviews = Object.values(reviewed).map((kind) => kind.last(standing));
  const days = [
    ...clocks.flatMap((clock) => daysOf(from, clock)),
    ...reviews.map((last) => (last === undefined ? undefined : sixMonthsPast(last))),
  ];
  const moments = new Map([[startOf(from), from]]);
  for (const day of days) if (day !== undefined && day > from && day < farAhead) moments.set(startOf(day), day);
  for (const { dueAt } of clocks) {
    // Late from the first instant after it.
    const at = dueAt === undefined ? Number.NaN : Date.parse(dueAt) + 1;
    if (at > startOf(from) && at < startOf(farAhead)) moments.set(at, dayInEngland(new Date(at)));
  }
  return [...moments].map(([at, today]) => ({ at, today })).sort((a, b) => a.at - b.at);
}

const dueOf = (one: Open | undefined): LocalDate | null => (one === undefined || one.state === 'notInSource' ? null : one.clock.dueOn);

const strokes: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' };

/** Longer names than anybody has: what is put in order stands in indexes, which hold no more than some thousand bytes. */
const longestKey = 200;

/** By which names are put in order, everywhere: letters as the alphabet has them, whatever accents and capitals they carry. */
export const nameKeyOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[łøđßæœþ]/g, (letter) => strokes[letter] ?? letter)
    .slice(0, longestKey)
    .toWellFormed();

/** The first day of what a board is about: the plan or the care, whichever is longer. */
export const sinceOf = ({ onPlanSince, lookedAfterSince }: Standing): LocalDate | undefined =>
  [onPlanSince, lookedAfterSince].filter((day) => day !== undefined).toSorted()[0];

type Told = { readonly at: number; readonly mark: number; readonly dues: readonly (LocalDate | null)[] };

function tellAt({ at, today }: Moment, standing: Standing, clocks: readonly Clock[]): Told {
  const open = openIn(clocks, { today, at: new Date(at) });
  return { at, mark: markOf(standing, open, today), dues: columns.map(({ name }) => dueOf(open.get(name))) };
}

const isSame = <T>(a: readonly T[], b: readonly T[]): boolean => a.every((one, n) => one === b[n]);

/** What the boards need of a child from an instant on, for as long as nothing more is recorded; undefined: the child is on none. */
export function boardLine(standing: Standing, given: readonly Clock[], from: Date): BoardLine | undefined {
  if (!isOnPlan(standing) && !isLookedAfter(standing)) return undefined;
  const day = dayInEngland(from);
  const clocks = given.filter(isYetOpen(day));
  const told = momentsFrom(day, standing, clocks).map((moment) => tellAt(moment, standing, clocks));
  const marks = told.filter(({ mark }, n) => mark !== told[n - 1]?.mark);
  const dues = told.filter(({ dues }, n) => !isSame(dues, told[n - 1]?.dues ?? []));
  const instant = ({ at }: Told): string => new Date(at).toISOString();
  const since = sinceOf(standing);
  return {
    nameKey: nameKeyOf(standing.name),
    ...(since === undefined ? {} : { since }),
    marks: marks.map(({ mark }) => mark),
    moments: marks.slice(1).map(instant),
    dues: dues.flatMap((one) => one.dues),
    dueMoments: dues.slice(1).map(instant),
  };
}
