import { addDays, daysBetween, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { areas, teamFor, type Area, type DemoStaff, type DemoTeam } from './authority.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { household, type HouseholdOptions } from './household.ts';
import { planPlot, type PlanPlot } from './plots.ts';
import { gone, offPlan, referralDay, type OffPlan } from './stories/off-plan.ts';
import { tellAccommodated } from './stories/in-care.ts';
import { beginningsOf, tellOnPlan } from './stories/on-plan.ts';
import { tellOversight } from './stories/oversight.ts';
import { tellRelatives } from './stories/relatives.ts';
import { warn } from './stories/warnings.ts';
import type { DemoFamily, Telling } from './telling.ts';
import { themes, themesOfTeam } from './words/themes.ts';
import { turnsOf } from './words/turns.ts';

/** In whose county, and on which day, a family is told. */
export type Setting = { readonly staff: DemoStaff; readonly today: LocalDate; readonly supervision: Telling['supervision'] };

/** The youngest of more brothers and sisters is younger. */
const youngest: readonly (readonly [number, number])[] = [
  [0.1, 15.5],
  [0.1, 12],
  [0.1, 9.5],
  [0.1, 6.5],
  [0.1, 4.5],
  [0.1, 2],
];

export function begin({ staff }: Setting, n: number, area: Area | undefined): { readonly chance: Chance; readonly front: DemoTeam } {
  const chance = chanceFrom(n * 7919 + 17);
  const drawn = chance.oneOf(areas);
  return { chance, front: teamFor(staff, area ?? drawn, 'Assessment') };
}

type Who = Omit<HouseholdOptions, 'n' | 'today' | 'youngest' | 'birthIn' | 'unborn'> &
  Partial<Pick<HouseholdOptions, 'youngest' | 'unborn' | 'birthIn'>>;

export function tellingOf(
  { staff, today, supervision }: Setting,
  n: number,
  cause: Pick<Telling, 'chance' | 'front' | 'theme'>,
  who: Who,
): Telling {
  return {
    ...cause,
    n,
    staff,
    today,
    supervision,
    turn: turnsOf(n),
    until: addDays(today, -1),
    children: household(cause.chance, { youngest: youngest[who.size - 1] ?? [0.1, 1], unborn: 'none', birthIn: 0, ...who, n, today }),
    reviewer: staff.reviewers[n % staff.reviewers.length] ?? staff.administrator,
    entries: [],
    holdings: [],
  };
}

/** A family of `size` children, all of them on a child protection plan today. */
export function tellPlanFamily(setting: Setting, n: number, size: number): DemoFamily {
  const plot = planPlot(n, size, chanceFrom(n * 104_729 + 5));
  const { chance, front } = begin(setting, n, plot.drift?.area);
  const beginnings = beginningsOf({ chance, front }, addDays(setting.today, -plot.startedAgo));
  const theme = plot.isAdolescent ? themesOfTeam.exploitation : plot.isDisabled ? themesOfTeam.disability : chance.oneOf(themes);
  const birthIn =
    plot.unborn === 'expected' ? chance.between(16, 60) : daysBetween(beginnings.referredOn, beginnings.startedOn) + chance.between(1, 7);
  const referredOn = plot.isSecondHere ? addDays(setting.today, -735) : beginnings.referredOn;
  const who = { size, referredOn, unborn: plot.unborn, birthIn, isDisabled: plot.isDisabled };
  const age = plot.isAdolescent ? { youngest: [12, 15.4] as const } : {};
  const telling = tellingOf(setting, n, { chance, front, theme }, { ...who, ...age });
  tellOnPlan(telling, plot, beginnings);
  const isBoth = isInCareToo(n, size, plot);
  if (isBoth) tellAccommodated(telling);
  tellRelatives(telling, { isWhole: true });
  warn(telling, beginnings.startedOn);
  return asFamily(telling, size, isBoth ? size : 0);
}

/** A handful are on a plan and looked after at once, while the plan waits for its review. */
const isInCareToo = (n: number, size: number, { unborn, unseenFor, unallocatedSince, startedAgo }: PlanPlot): boolean =>
  n % 9 === 4 && size < 3 && unborn === 'none' && unseenFor === undefined && unallocatedSince === undefined && startedAgo > 100;

/** A family of `size` children, none of them on a plan today. `k`: its turn among these. */
export const tellOtherFamily = (setting: Setting, n: number, k: number, size: number): DemoFamily =>
  tellOffPlan(setting, n, size, offPlan[k % offPlan.length] ?? offPlan[0]);

/** A family with whom somebody worked a year ago, and nobody does today. */
export const tellGoneFamily = (setting: Setting, n: number, k: number, size: number): DemoFamily =>
  tellOffPlan(setting, n, size, gone[k % gone.length] ?? gone[0]);

function tellOffPlan(setting: Setting, n: number, size: number, { ago, area, tell }: OffPlan): DemoFamily {
  const { chance, front } = begin(setting, n, area);
  const referredOn = referralDay({ chance, today: setting.today, until: addDays(setting.today, -1) }, ago);
  const isDisabled = n % 11 === 5;
  const theme = isDisabled ? themesOfTeam.disability : chance.oneOf(themes);
  const telling = tellingOf(setting, n, { chance, front, theme }, { size, referredOn, isDisabled });
  tell(telling, referredOn);
  tellRelatives(telling, { isWhole: false });
  return asFamily(telling, 0, 0);
}

/** What was told, with how it was looked after. */
export function asFamily(telling: Telling, onPlan: number, inCare: number): DemoFamily {
  tellOversight(telling, onPlan + inCare > 0);
  const { n, children, entries } = telling;
  return { n, onPlan, inCare, people: children.map(({ person }) => person), entries };
}
