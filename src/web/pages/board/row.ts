import { ageAt, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Clock, ClockState } from '../../../kernel/step/clock.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import type { Timescale } from '../../../kernel/step/timescale.ts';
import type { ListedChild } from '../../../record/contract.ts';
import type { Member, Team } from '../../parts.ts';
import { byId } from '../../by-id.ts';
import { clockState } from '../../said-dates.ts';

export const columns = ['review', 'coreGroup', 'visit'] as const;
export type Column = (typeof columns)[number];
export const columnTitles: Readonly<Record<Column, string>> = { review: 'Review conference', coreGroup: 'Core group', visit: 'Visit' };

export type Cell = { readonly clock: Clock; readonly state: ClockState };
export type Row = {
  readonly person: string;
  readonly name: string;
  readonly age: string;
  readonly worker: string | undefined;
  readonly workerId: string | undefined;
  readonly team: string | undefined;
  readonly teamId: string | undefined;
  readonly area: string | undefined;
  readonly planSince: LocalDate | undefined;
  readonly category: string;
  readonly categoryCode: string | undefined;
  readonly cells: Readonly<Record<Column, Cell | undefined>>;
  readonly child: ListedChild;
};

export type Names = {
  readonly members: ReadonlyMap<string, Member>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly columnOf: ReadonlyMap<string, Column>;
  readonly categoryLabel: (code: string) => string;
};

export const namesOf = (
  members: readonly Member[],
  teams: readonly Team[],
  timescales: readonly Timescale[],
  steps: readonly AnyStep[],
): Names => ({
  members: byId(members),
  teams: byId(teams),
  columnOf: new Map(
    timescales.flatMap(({ rule, meets }): [string, Column][] => {
      const column = columnMetBy(rule, meets.step);
      return column === undefined ? [] : [[rule, column]];
    }),
  ),
  categoryLabel: remembering((value) => labelOf(steps, /categor/i, value)),
});

/** A board of thousands has four categories. */
function remembering(label: (value: string) => string): (value: string) => string {
  const known = new Map<string, string>();
  return (value) => {
    const found = known.get(value) ?? label(value);
    known.set(value, found);
    return found;
  };
}

/** Clocks of the protection plan stand in three columns, by the step that meets them. */
const columnBySteps: Readonly<Record<string, Column>> = { reviewConference: 'review', coreGroupMeeting: 'coreGroup' };
const columnMetBy = (rule: string, step: string): Column | undefined => (rule === 'childProtectionVisit' ? 'visit' : columnBySteps[step]);

/** The words of a code, from whichever step asks for it. */
export function labelOf(steps: readonly AnyStep[], name: RegExp, value: string): string {
  for (const step of steps) {
    for (const [key, { control }] of [...Object.entries(step.fields), ...Object.entries(step.each)]) {
      if (!name.test(key) || control.kind !== 'choice') continue;
      const found = control.options.find((option) => option.value === value);
      if (found !== undefined) return found.label;
    }
  }
  return value;
}

export const ageWords = (child: ListedChild['standing'], today: LocalDate): string => {
  if (child.bornOn === undefined || child.bornOn > today)
    return child.expectedOn === undefined && child.bornOn === undefined ? 'age not known' : 'unborn';
  const years = ageAt(child.bornOn, today);
  return years === 0 ? 'under 1' : String(years);
};

export function rowOf(child: ListedChild, names: Names, today: LocalDate): Row {
  const { standing, clocks, person } = child;
  const team = standing.team === undefined ? undefined : names.teams.get(standing.team);
  const cell = (column: Column): Cell | undefined =>
    openCell(
      clocks.filter(({ rule }) => names.columnOf.get(rule) === column),
      today,
    );
  return {
    person,
    child,
    name: standing.name,
    age: ageWords(standing, today),
    worker: standing.worker === undefined ? undefined : (names.members.get(standing.worker)?.name ?? standing.worker),
    workerId: standing.worker,
    team: standing.team === undefined ? undefined : (team?.name ?? standing.team),
    teamId: standing.team,
    area: team?.area,
    planSince: standing.onPlanSince,
    category: standing.category === undefined ? '' : names.categoryLabel(standing.category),
    categoryCode: standing.category,
    cells: { review: cell('review'), coreGroup: cell('coreGroup'), visit: cell('visit') },
  };
}

const isOpen = (state: ClockState): boolean => state === 'late' || state === 'dueSoon' || state === 'inTime' || state === 'notInSource';

function openCell(clocks: readonly Clock[], today: LocalDate): Cell | undefined {
  const open = clocks.map((clock) => ({ clock, state: clockState(clock, today) })).filter(({ state }) => isOpen(state));
  const known = open.filter(({ state }) => state !== 'notInSource');
  const from = known.length > 0 ? known : open;
  return from.reduce<Cell | undefined>(
    (best, cell) => (best === undefined || cell.clock.dueOn < best.clock.dueOn ? cell : best),
    undefined,
  );
}
