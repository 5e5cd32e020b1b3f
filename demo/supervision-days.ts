import { addDays, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../src/kernel/calendar/working-days.ts';
import { headOf, type DemoMember, type DemoStaff } from './authority.ts';
import { chanceOf, type Chance } from './chance.ts';
import { workingDayAfter, workingDayBefore } from './telling.ts';

export type SupervisionDay = { readonly on: LocalDate; readonly recordedOn: LocalDate; readonly held: boolean };
/** Whom somebody is supervised by, since when, and on which days. */
export type Supervised = {
  readonly member: DemoMember;
  readonly supervisor: string;
  readonly agreedOn: LocalDate;
  readonly leftOn?: LocalDate;
  readonly days: readonly SupervisionDay[];
};

const twoYears = 735;
const supervisedRoles: ReadonlySet<string> = new Set(['socialWorker', 'teamManager', 'reviewingOfficer', 'dutyWorker', 'leadPractitioner']);

/** A county's supervision: of workers by the manager of their team, of everybody else by the head of service, whom nobody in it supervises. */
export function supervisionIn({ members, teams }: DemoStaff, today: LocalDate): ReadonlyMap<string, Supervised> {
  const head = headOf({ members });
  const teamOf = new Map(teams.map((team) => [team.team, team]));
  return new Map(
    members
      .filter(({ roles }) => roles.some((role) => supervisedRoles.has(role)))
      .map((member): readonly [string, Supervised] => {
        const team = member.manages === undefined ? teamOf.get(member.team ?? '') : undefined;
        const chance = chanceOf(member.member);
        const leftOn = member.leftDaysAgo === undefined ? undefined : workingDayBefore(addDays(today, -member.leftDaysAgo - 1));
        const agreedOn = workingDayAfter(addDays(today, -(member.startedDaysAgo ?? twoYears) + chance.below(28)));
        const isStretched = team?.isStretched === true;
        const days = daysOf(chance, agreedOn, lastDay(chance, today, isStretched, leftOn), isStretched);
        return [member.member, { member, supervisor: team?.manager ?? head, agreedOn, days, ...(leftOn === undefined ? {} : { leftOn }) }];
      }),
  );
}

/** Where a team is short of staff, some have had none for weeks. */
function lastDay(chance: Chance, today: LocalDate, isStretched: boolean, leftOn: LocalDate | undefined): LocalDate {
  const isWaiting = chance.happens(isStretched ? 0.45 : 0.02);
  const last = addDays(today, isWaiting ? -chance.between(34, 62) : -1);
  return leftOn !== undefined && leftOn < last ? leftOn : last;
}

/** Every four weeks; now and then put off, or late. */
function daysOf(chance: Chance, agreedOn: LocalDate, last: LocalDate, isStretched: boolean): readonly SupervisionDay[] {
  const days: SupervisionDay[] = [];
  for (let on = workingDayAfter(addDays(agreedOn, chance.between(2, 18))); on <= last;) {
    const held = !chance.happens(isStretched ? 0.14 : 0.03);
    const recordedOn = addWorkingDays(on, chance.happens(0.7) ? 0 : chance.between(1, 3));
    if (recordedOn <= last) days.push({ on, recordedOn, held });
    const late = chance.happens(isStretched ? 0.22 : 0.02) ? chance.between(4, 20) : 0;
    on = held ? workingDayBefore(addDays(on, chance.between(25, 28) + late)) : addWorkingDays(on, chance.between(2, 6));
  }
  return days;
}
