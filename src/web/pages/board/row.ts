import { ageAt, formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Timescale } from '../../../kernel/step/timescale.ts';
import type { ListedChild } from '../../../record/contract.ts';
import { categoriesOfAbuse } from '../../../vocabulary/cin.ts';
import { legalStatusesInShort, placementTypesInShort } from '../../../vocabulary/ssda903-in-short.ts';
import { legalStatuses, placementTypes } from '../../../vocabulary/ssda903.ts';
import { byId } from '../../by-id.ts';
import type { Member, Team } from '../../parts.ts';
import type { Looking } from '../../said-dates.ts';
import { markOf, openIn, type Open } from '../../../practice/board-marks.ts';

export type Cell = Open & { readonly title: string };
export type Row = {
  readonly person: string;
  readonly name: string;
  readonly age: string;
  readonly worker: string | undefined;
  readonly workerId: string | undefined;
  readonly team: string | undefined;
  readonly teamId: string | undefined;
  readonly area: string | undefined;
  readonly category: string;
  readonly legalStatus: string;
  readonly placement: string;
  /** The most pressing open limit of each column, by the column's name. */
  readonly cells: Readonly<Record<string, Cell | undefined>>;
  /** What is counted of the child: see `practice/board-marks.ts`. */
  readonly mark: number;
  readonly child: ListedChild;
};

export type Names = {
  readonly members: ReadonlyMap<string, Member>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly titleOf: (rule: string) => string;
};

type Held = { readonly worker?: string | undefined; readonly team?: string | undefined };

/** Who has a child’s case: a worker, else a team. */
export const whoHas = ({ members, teams }: Names, { worker = '', team = '' }: Held): string =>
  members.get(worker)?.name ?? teams.get(team)?.name ?? 'nobody yet';

export function namesOf(members: readonly Member[], teams: readonly Team[], timescales: readonly Timescale[]): Names {
  const titles = new Map(timescales.map(({ rule, title }) => [rule, title]));
  return {
    members: byId(members),
    teams: byId(teams),
    titleOf: (rule) => titles.get(rule) ?? rule,
  };
}

/** The words of a code; one that the vocabulary does not know is shown as it is. */
const coded = (codes: Readonly<Record<string, string>>, value: string | undefined): string =>
  value === undefined ? '' : (codes[value] ?? value);

export const ageWords = (child: ListedChild['standing'], today: LocalDate): string => {
  if (child.bornOn === undefined || child.bornOn > today)
    return child.expectedOn === undefined && child.bornOn === undefined ? 'age not known' : 'unborn';
  const years = ageAt(child.bornOn, today);
  return years === 0 ? 'under 1' : String(years);
};

export function rowOf(child: ListedChild, names: Names, known: Looking): Row {
  const { standing, clocks, person } = child;
  const open = openIn(clocks, known);
  const team = standing.team === undefined ? undefined : names.teams.get(standing.team);
  return {
    person,
    child,
    name: standing.name,
    age: ageWords(standing, known.today),
    worker: standing.worker === undefined ? undefined : (names.members.get(standing.worker)?.name ?? standing.worker),
    workerId: standing.worker,
    team: standing.team === undefined ? undefined : (team?.name ?? standing.team),
    teamId: standing.team,
    area: team?.area,
    category: coded(categoriesOfAbuse, standing.category),
    legalStatus: coded(legalStatuses, standing.legalStatus),
    placement: coded(placementTypes, standing.placementType),
    cells: Object.fromEntries([...open].map(([column, one]) => [column, { ...one, title: names.titleOf(one.clock.rule) }])),
    mark: markOf(standing, open, known.today),
  };
}

/** By which power and where, in a few words: "Section 20; foster carers". */
export const careWords = ({ legalStatus, placementType }: ListedChild['standing']): string =>
  [coded(legalStatusesInShort, legalStatus), coded(placementTypesInShort, placementType)].filter((part) => part !== '').join('; ');

/** Where a child stands, a line for each: the plan with its category, the care with its legal status and placement. */
export function standsOf({ child: { standing }, category }: Row): readonly { readonly words: string; readonly more: string }[] {
  const since = (on: LocalDate): string => `since ${formatDate(on)}`;
  return [
    ...(standing.onPlanSince === undefined ? [] : [{ words: `Plan ${since(standing.onPlanSince)}`, more: category }]),
    ...(standing.lookedAfterSince === undefined
      ? []
      : [
          {
            words:
              standing.careBeganEarlier === true
                ? `Looked after since before ${formatDate(standing.lookedAfterSince)}`
                : `Looked after ${since(standing.lookedAfterSince)}`,
            more: careWords(standing),
          },
        ]),
    ...(standing.missingSince === undefined ? [] : [{ words: `Missing ${since(standing.missingSince)}`, more: '' }]),
  ];
}

/** Where a child stands, in a few words: every status that is open, or that none is. */
export function standingWords(standing: ListedChild['standing']): string {
  if (standing.adult === true) return 'adult of a family';
  const since = (what: string, on: LocalDate | undefined): readonly string[] =>
    on === undefined ? [] : [`${what} since ${formatDate(on)}`];
  const statuses = [
    ...since('on a child protection plan', standing.onPlanSince),
    ...since(standing.careBeganEarlier === true ? 'looked after, known here' : 'looked after', standing.lookedAfterSince),
    ...since('in a series of short breaks', standing.shortBreaksSince),
    ...since('missing', standing.missingSince),
  ];
  if (statuses.length > 0) return statuses.join(' · ');
  return (
    [
      ...since('on a child in need plan', standing.inNeedPlanSince),
      ...since('open', standing.openSince),
      ...since('in family help', standing.helpSince),
      ...(standing.waiting === undefined ? [] : ['a contact waits at the front door']),
      ...(standing.careLeaverUntil === undefined ? [] : [`care leaver until ${formatDate(standing.careLeaverUntil)}`]),
      'not open',
    ][0] ?? ''
  );
}
