import { addDays, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../../src/kernel/calendar/working-days.ts';
import type { DemoTeam } from '../authority.ts';
import { daysAgo, say, workingDayBefore, type Holding, type Telling } from '../telling.ts';

/** Gives the case to a team, and to one of its workers unless it waits for one. */
export function allocate(telling: Telling, from: LocalDate, team: DemoTeam, worker?: string): void {
  if (from > telling.until) return;
  const before = telling.holdings.findLast((one) => one.from <= from && one.worker !== undefined);
  const holding: Holding = { from, team, ...(worker === undefined ? {} : { worker }) };
  telling.holdings.push(holding);
  telling.holdings.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  say(telling, {
    step: 'allocation',
    on: from,
    by: team.manager,
    shared: { allocatedOn: from, team: team.team, role: 'lead', ...(worker === undefined ? {} : { worker, ...whyChanged(before, team) }) },
  });
}

/** Between teams as it is always done; within one, since somebody left or to share out the work. The first takes over from nobody. */
function whyChanged(before: Holding | undefined, { team, leaver }: DemoTeam): { readonly reasonForChange?: string } {
  if (before === undefined) return {};
  if (before.team.team !== team) return { reasonForChange: 'TSPROC' };
  return { reasonForChange: before.worker === leaver?.member ? 'LEFTRL' : 'MANAGE' };
}

export const someWorker = ({ chance }: Telling, { workers, manager }: DemoTeam, not?: string): string => {
  const others = workers.filter((worker) => worker !== not);
  return others[chance.between(0, others.length - 1)] ?? manager;
};

export type Course = {
  /** Months until another worker takes over; absent: one worker throughout. */
  readonly changesAfter?: number;
  /** Working days between two workers during which nobody is named. */
  readonly gap: number;
  /** Since when, in days before today, nobody is named now. */
  readonly unallocatedSince?: number;
};

/** Who holds the case while the child is on a plan: first worker, perhaps a leaver; a gap, perhaps; and the next. */
export function holdBy(telling: Telling, team: DemoTeam, from: LocalDate, { changesAfter, gap, unallocatedSince }: Course): void {
  const { today, until } = telling;
  const leftOn = team.leaver === undefined ? undefined : workingDayBefore(daysAgo(today, team.leaver.leftDaysAgo + 16));
  const hasLeaver = team.leaver !== undefined && leftOn !== undefined && addDays(from, 40) < leftOn && unallocatedSince === undefined;
  const first = hasLeaver ? team.leaver.member : someWorker(telling, team);
  allocate(telling, from, team, first);
  const endsOn = hasLeaver ? leftOn : changesAfter === undefined ? undefined : workingDayBefore(addDays(from, changesAfter * 30));
  if (unallocatedSince !== undefined) {
    const since = workingDayBefore(daysAgo(today, unallocatedSince));
    if (since > from) allocate(telling, since, team);
    return;
  }
  if (endsOn === undefined || endsOn > until) return;
  if (gap > 0) allocate(telling, endsOn, team);
  allocate(telling, gap > 0 ? addWorkingDays(endsOn, gap) : endsOn, team, someWorker(telling, team, first));
}
