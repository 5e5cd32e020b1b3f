import { birthday, dayInEngland, shownInEngland, type LocalDate } from '../calendar/dates.ts';
import { dayUntil, instantInEngland } from '../calendar/instants.ts';
import { remembered } from '../calendar/remembered.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { History, Line, Statement } from './history.ts';
import { firstAfter, momentsOf, tell, type Happened, type Told } from './moments.ts';
import { dueAfter, dueAtAfter, type Limit, type Timescale } from './timescale.ts';

/** One limit running, met or ended for one child. Facts only: "late" is `dueOn` against a date, asked when read. */
export type Clock = {
  readonly rule: string;
  readonly version: string;
  /** The entry that started it: with the rule, its identity. */
  readonly startedBy: string;
  readonly startedOn: LocalDate;
  readonly dueOn: LocalDate;
  /** For a limit in hours: the instant (ISO 8601, UTC) within `dueOn`. */
  readonly dueAt?: string;
  readonly metBy?: string;
  readonly metOn?: LocalDate;
  /** For a limit in hours, where a time was recorded. */
  readonly metAt?: string;
  /** The day on which it ended unmet, and why: "plan ended", "18th birthday", "death". May lie ahead (a birthday). */
  readonly endedOn?: LocalDate;
  readonly endedBecause?: string;
  /** The entry that gives the reason for lateness. It explains; it never removes. */
  readonly lateReason?: string;
  /** The source of the starting entry never carries the step that would meet it: not late, not in time, not known. */
  readonly notInSource: boolean;
};

/** What a file could have said: the steps of its kind and tables, and the last day that it tells of. Without a last day: of any. */
export type Carrying = { readonly steps: ReadonlySet<string>; readonly until?: LocalDate };

export type ClockSources = {
  /** What the file of a statement could have said, by `Statement.source`; `undefined`: it came from no file. */
  readonly carrying: (source: string | undefined) => Carrying | undefined;
  /** The child's birth and death, for clocks that end with childhood. */
  readonly life: (history: History) => { readonly bornOn?: LocalDate; readonly diedOn?: LocalDate };
  /** The reasons for lateness given: rule and starting entry → entry of the reason. */
  readonly lateReasons: (history: History) => ReadonlyMap<string, string>;
};

/** Every clock that a history starts, under the version of each rule in force on its first day. Pure. */
export function clocksOf(history: History, timescales: readonly Timescale[], sources: ClockSources): readonly Clock[] {
  const life = sources.life(history);
  const reasons = sources.lateReasons(history);
  const told = tell(history);
  const clocks = new Map<string, Clock>();
  for (const timescale of timescales) {
    if (!timescale.starts.some(({ step }) => told.byStep.has(step))) continue;
    for (const { statement, on, at } of timescale.starts.flatMap((start) => momentsOf(start, told))) {
      if (on < timescale.inForce.from || (timescale.inForce.to !== undefined && on > timescale.inForce.to)) continue;
      if (isOver(timescale, on, life)) continue;
      const limit = typeof timescale.limit === 'function' ? timescale.limit(statement, history, on) : timescale.limit;
      if (limit === undefined) continue;
      const key = `${timescale.rule} ${statement.entry}`;
      const reason = reasons.get(key);
      const due = dueOf(limit, on, at);
      clocks.set(key, {
        rule: timescale.rule,
        version: timescale.version,
        startedBy: statement.entry,
        startedOn: on,
        ...due,
        ...conclusion(timescale, statement, on, limit, told, life),
        ...(reason === undefined ? {} : { lateReason: reason }),
        notInSource: isNotInSource(timescale, statement, due.dueOn, told, sources),
      });
    }
  }
  return [...clocks.values()];
}

function dueOf(limit: Limit, on: LocalDate, time: string | undefined): Pick<Clock, 'dueOn' | 'dueAt'> {
  if (limit.unit !== 'hours') return { dueOn: dueAfter(limit, on) };
  const dueAt = dueAtAfter(limit.count, on, time);
  return { dueOn: dayUntil(dueAt), dueAt: dueAt.toISOString() };
}

type Lifetime = { readonly bornOn?: LocalDate; readonly diedOn?: LocalDate };

function conclusion(timescale: Timescale, start: Statement, from: LocalDate, limit: Limit, told: Told, life: Lifetime) {
  const met = firstMet(timescale, start, from, told);
  const ends = timescale.endedBy.flatMap((end) => {
    const happened = firstAfter(end, start, from, told);
    return happened === undefined ? [] : [{ endedOn: happened.on, endedBecause: end.because }];
  });
  if (timescale.afterDeath !== true && life.diedOn !== undefined && life.diedOn >= from)
    ends.push({ endedOn: life.diedOn, endedBecause: 'death' });
  const grownUp = timescale.afterDeath === true ? undefined : lastBirthday(timescale.untilAge, life.bornOn, from);
  if (grownUp !== undefined) ends.push(grownUp);
  const end = ends.reduce<(typeof ends)[number] | undefined>(
    (best, one) => (best === undefined || one.endedOn < best.endedOn ? one : best),
    undefined,
  );
  if (met !== undefined && (end === undefined || met.on <= end.endedOn)) return metOf(limit, met);
  return end ?? {};
}

/** The earliest of whatever meets it. */
const firstMet = ({ meets, alsoMetBy = [] }: Timescale, start: Statement, from: LocalDate, told: Told): Happened | undefined =>
  [meets, ...alsoMetBy]
    .flatMap((moment) => firstAfter(moment, start, from, told) ?? [])
    .reduce<Happened | undefined>((best, one) => (best === undefined || one.on < best.on ? one : best), undefined);

/** Nothing is owed any more by the day on which it would begin: the child has died or has grown out of it. */
function isOver({ untilAge = [18], afterDeath }: Timescale, on: LocalDate, { bornOn, diedOn }: Lifetime): boolean {
  if (afterDeath === true) return false;
  return (diedOn !== undefined && diedOn < on) || (bornOn !== undefined && untilAge.every((age) => birthday(bornOn, age) <= on));
}

function lastBirthday(ages: readonly number[] = [18], bornOn: LocalDate | undefined, from: LocalDate) {
  if (bornOn === undefined) return undefined;
  const age = ages.find((one) => birthday(bornOn, one) >= from);
  return age === undefined ? undefined : { endedOn: birthday(bornOn, age), endedBecause: `${age}${age === 21 ? 'st' : 'th'} birthday` };
}

function metOf({ unit }: Limit, { statement, on, at }: Happened): Pick<Clock, 'metBy' | 'metOn' | 'metAt'> {
  const inHours = unit === 'hours';
  return { metBy: statement.entry, metOn: on, ...(inHours && at !== undefined ? { metAt: instantInEngland(on, at).toISOString() } : {}) };
}

/**
 * Started by a file that cannot say whether the limit was kept: it does not carry the meeting step, and nobody recorded that step here before the
 * limit had passed; or the limit passed between its last day and the day on which it was taken in. From that day on the record is live.
 */
function isNotInSource(timescale: Timescale, start: Statement, dueOn: LocalDate, told: Told, sources: ClockSources): boolean {
  const meeting = [timescale.meets, ...(timescale.alsoMetBy ?? [])].map(({ step }) => step);
  const file = sources.carrying(start.source);
  if (file === undefined) return false;
  const known = meeting.flatMap((step) => told.byStep.get(step) ?? []);
  const carries = ({ steps }: Carrying): boolean => meeting.some((step) => steps.has(step));
  if (!carries(file)) return !known.some(({ happenedOn }) => happenedOn <= dueOn);
  const { until } = file;
  if (until === undefined || dueOn <= until || !isBeforeImport(dueOn, start)) return false;
  const isTold = known.some(({ happenedOn }) => happenedOn > until && happenedOn <= dueOn);
  return !isTold && !isCovered(carries, dueOn, told.history, sources);
}

function isBeforeImport(day: LocalDate, { recordedAt }: Statement): boolean {
  const at = Date.parse(recordedAt);
  return Number.isNaN(at) || day < dayInEngland(new Date(at));
}

/** A later file of this child reaches to the day and carries the step: what it does not say did not happen. */
function isCovered(carries: (file: Carrying) => boolean, day: LocalDate, history: History, sources: ClockSources): boolean {
  const reaches = ({ source }: Line): boolean => {
    const file = sources.carrying(source);
    return file?.until !== undefined && file.until >= day && carries(file);
  };
  return history.some((one) => reaches(one) || one.corrections.some(reaches));
}

/** The time of day in England (`09:00`) at which a limit in hours passes; undefined at the end of its day, and of any other limit. */
export function dueTimeOf({ dueAt }: Clock): string | undefined {
  const time = dueAt === undefined ? '00:00' : shownInEngland(new Date(dueAt)).slice(11, 16);
  return time === '00:00' ? undefined : time;
}

/**
 * How a clock stands on a date. `dueSoon`: due within five working days; `notYet`: it begins on a day ahead, such as a birthday; `metLate` and
 * `endedLate`: done, or ended undone, after its day, and out of time in every measure. There is no "safe".
 */
export type ClockState = 'late' | 'dueSoon' | 'inTime' | 'notInSource' | 'met' | 'metLate' | 'ended' | 'endedLate' | 'notYet';

/** Limits due by the end of this day are due soon. */
export const soonUntil = remembered((today: LocalDate) => addWorkingDays(today, 5));

/** `now`: limits in hours pass at an instant, not at the end of a day. */
export function stateOf(clock: Clock, today: LocalDate, now: Date): ClockState {
  if (clock.metOn !== undefined && clock.metOn <= today) return wasLate(clock) ? 'metLate' : 'met';
  if (clock.endedOn !== undefined && clock.endedOn <= today)
    return clock.endedOn > clock.dueOn && !clock.notInSource ? 'endedLate' : 'ended';
  if (clock.startedOn > today) return 'notYet';
  if (clock.notInSource) return 'notInSource';
  if (clock.dueOn < today || (clock.dueAt !== undefined && Date.parse(clock.dueAt) < now.getTime())) return 'late';
  return clock.dueOn <= soonUntil(today) ? 'dueSoon' : 'inTime';
}

/** Where the source never carried what would have met it, nobody knows that it was late. */
function wasLate({ metOn, metAt, dueOn, dueAt, notInSource }: Clock): boolean {
  if (metOn === undefined || notInSource) return false;
  return metOn > dueOn || (metAt !== undefined && dueAt !== undefined && metAt > dueAt);
}
