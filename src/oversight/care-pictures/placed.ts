import { addMonths, ageAt, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { Standing } from '../../kernel/derivation/derivation.ts';
import { reviewing } from '../../practice/pathway.ts';
import type { ListedChild } from '../../record/contract.ts';

/** Miles from home, in the bands that a commissioner thinks in. The Department counts 20 miles and more as far. */
export const bands = [
  { to: 5, words: 'under 5 miles' },
  { to: 10, words: '5 to 10' },
  { to: 20, words: '10 to 20' },
  { to: 50, words: '20 to 50' },
  { to: Infinity, words: '50 and more' },
] as const;

type Where = keyof typeof reviewing.placementAreas | 'notSaid';
export type PlacedFrom = {
  /** The area of the team: where the child is from. */
  readonly from: string;
  readonly children: number;
  readonly where: Readonly<Record<Where, number>>;
  /** In the order of `bands`; the last of all: the distance is not on record. */
  readonly byDistance: readonly number[];
  readonly miles: readonly number[];
};

const isWhere = (area: string | undefined): area is keyof typeof reviewing.placementAreas =>
  area !== undefined && Object.hasOwn(reviewing.placementAreas, area);

const inCare = (children: readonly ListedChild[]): readonly Standing[] =>
  children.map(({ standing }) => standing).filter(({ lookedAfterSince }) => lookedAfterSince !== undefined);

const indexOf = (miles: number): number => bands.findIndex(({ to }) => miles < to);

function placedFrom(from: string, standings: readonly Standing[]): PlacedFrom {
  const count = (where: Where): number => standings.filter(({ stays }) => (isWhere(stays?.area) ? stays.area : 'notSaid') === where).length;
  const miles = standings.flatMap(({ stays }) => stays?.miles ?? []).toSorted((a, b) => a - b);
  return {
    from,
    children: standings.length,
    where: { here: count('here'), adjoining: count('adjoining'), atDistance: count('atDistance'), notSaid: count('notSaid') },
    byDistance: [...bands.map((_, n) => miles.filter((one) => indexOf(one) === n).length), standings.length - miles.length],
    miles,
  };
}

/** Where children are placed against where they are from, one row for each area of the authority. */
export function placedByArea(children: readonly ListedChild[], areaOf: (team: string | undefined) => string): readonly PlacedFrom[] {
  return [...Map.groupBy(inCare(children), ({ team }) => areaOf(team))]
    .map(([from, standings]) => placedFrom(from, standings))
    .toSorted((a, b) => a.from.localeCompare(b.from));
}

/** n of N. */
export type Share = { readonly n: number; readonly among: number };
export type Stability = {
  /** Three placements or more in the twelve months. */
  readonly three: Share;
  /** Under 16, in care for two and a half years, and with the same carers for two. */
  readonly lasting: Share;
  /** How many had one placement, two, and so on, in the twelve months; the last counts five and more. */
  readonly placements: readonly number[];
};

/** The placement at the beginning of the twelve months, where there was one, and each move since. */
function placementsInYear({ stays, lookedAfterSince }: Standing, today: LocalDate): number {
  const from = addMonths(today, -12);
  const moves = (stays?.movedOn ?? []).filter((day) => day > from && day <= today).length;
  const wasThere = (lookedAfterSince ?? today) <= from;
  return moves + (wasThere ? 1 : 0);
}

function isLasting({ stays }: Standing, today: LocalDate): boolean {
  return stays?.since !== undefined && stays.since <= addMonths(today, -24);
}

const isLongInCare = ({ bornOn, lookedAfterSince }: Standing, today: LocalDate): boolean =>
  bornOn !== undefined && ageAt(bornOn, today) < 16 && lookedAfterSince !== undefined && lookedAfterSince <= addMonths(today, -30);

/** What a list knows of a stay in care. The published indicators are in `oversight/measures`: they read whole histories, earlier stays and adoption too. */
export function stabilityOf(children: readonly ListedChild[], today: LocalDate): Stability {
  const all = inCare(children);
  const counts = all.map((one) => placementsInYear(one, today));
  const long = all.filter((one) => isLongInCare(one, today));
  return {
    three: { n: counts.filter((count) => count >= 3).length, among: all.length },
    lasting: { n: long.filter((one) => isLasting(one, today)).length, among: long.length },
    placements: [1, 2, 3, 4, 5].map((n) => counts.filter((count) => (n === 5 ? count >= 5 : Math.max(1, count) === n)).length),
  };
}
