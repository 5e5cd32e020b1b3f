import { addDays, daysBetween, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { Standing } from '../../kernel/derivation/derivation.ts';

/** Why a child has nobody: none was named, whoever was has left, or is away for long. */
export type WaitsBecause = 'nobody' | 'left' | 'away';

/** A child with whom somebody works and for whom nobody is there. `since` absent: the record does not say. */
export type Waiting = { readonly because: WaitsBecause; readonly since: LocalDate | undefined; readonly days: number | undefined };

/** What is known of workers on a day: the last day of whoever left, and since when somebody is away. */
export type Gone = { readonly left: ReadonlyMap<string, LocalDate>; readonly away: ReadonlyMap<string, LocalDate> };

/** So long may somebody be away before their children are said to wait: what is owed in it is done by others. */
export const longAbsence = 14;

type Held = Pick<
  Standing,
  | 'worker'
  | 'unallocatedSince'
  | 'openSince'
  | 'helpSince'
  | 'onPlanSince'
  | 'inNeedPlanSince'
  | 'lookedAfterSince'
  | 'leftCareOn'
  | 'careLeaverUntil'
>;

/** Also with whoever left care and is owed support: until the 25th birthday. */
export const isWorkedWith = (child: Held, today: LocalDate): boolean =>
  workedWith(child).length > 0 || (child.careLeaverUntil !== undefined && child.careLeaverUntil > today);

const workedWith = (child: Held): readonly LocalDate[] =>
  [child.openSince, child.helpSince, child.onPlanSince, child.inNeedPlanSince, child.lookedAfterSince].filter((day) => day !== undefined);

/** Undefined: the child has a worker who is there, or nobody works with them. */
export function waitingOf(child: Held & { readonly workerLeft?: boolean }, { left, away }: Gone, today: LocalDate): Waiting | undefined {
  if (!isWorkedWith(child, today)) return undefined;
  const told = (because: WaitsBecause, since: LocalDate | undefined): Waiting => ({
    because,
    since,
    days: since === undefined ? undefined : Math.max(0, daysBetween(since, today)),
  });
  if (child.workerLeft === true) return told('left', undefined);
  if (child.worker === undefined) return told('nobody', child.unallocatedSince ?? firstOf(child));
  const gone = left.get(child.worker);
  if (gone !== undefined && gone < today) return told('left', addDays(gone, 1));
  const since = away.get(child.worker);
  return since !== undefined && daysBetween(since, today) >= longAbsence ? told('away', since) : undefined;
}

const firstOf = (child: Held): LocalDate | undefined => workedWith(child).toSorted()[0] ?? child.leftCareOn;

/** How many of all have nobody, by why and by team; of how many of them no team is named yet; and the longest in days, of those of whom it is known since when. */
export type WaitingTotal = {
  readonly all: number;
  readonly by: ReadonlyMap<WaitsBecause, number>;
  readonly ofTeam: ReadonlyMap<string, number>;
  readonly withoutTeam: number;
  readonly longest: number | undefined;
};

export function waitingTotal(
  children: readonly (Held & Pick<Standing, 'team'> & { readonly workerLeft?: boolean })[],
  gone: Gone,
  today: LocalDate,
): WaitingTotal {
  const waiting = children.flatMap((child) => {
    const one = waitingOf(child, gone, today);
    return one === undefined ? [] : [{ ...one, team: child.team }];
  });
  const days = waiting.flatMap((one) => one.days ?? []);
  return {
    all: waiting.length,
    by: counted(waiting.map(({ because }) => because)),
    ofTeam: counted(waiting.flatMap(({ team }) => team ?? [])),
    withoutTeam: waiting.filter(({ team }) => team === undefined).length,
    longest: days.length === 0 ? undefined : Math.max(...days),
  };
}

const counted = <T>(all: readonly T[]): ReadonlyMap<T, number> =>
  new Map([...Map.groupBy(all, (one) => one)].map(([one, some]) => [one, some.length]));
