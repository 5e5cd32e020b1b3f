import type { Arrival, ArrivalKind } from './arrivals.ts';

/** By team, its area. */
export type AreaOfTeam = ReadonlyMap<string, string>;

/** One thing that arrived, whoever it was about: a contact about four children is one contact. */
export type Arrived = Omit<Arrival, 'person' | 'led'> & { readonly children: number; readonly led: boolean | undefined };

/** The arrivals of one kind, each entry once: of the youngest child the age. */
export function arrivedOf(arrivals: readonly Arrival[], kind: ArrivalKind): readonly Arrived[] {
  const byEntry = Map.groupBy(
    arrivals.filter((one) => one.kind === kind),
    ({ entry }) => entry,
  );
  return [...byEntry.values()].flatMap((some) => {
    const [first] = some;
    if (first === undefined) return [];
    const ages = some.flatMap(({ age }) => age ?? []);
    const { person: _, ...rest } = first;
    return [
      {
        ...rest,
        children: some.length,
        age: ages.length === 0 ? undefined : Math.min(...ages),
        isAgain: some.some(({ isAgain }) => isAgain),
        led: some.some(({ led }) => led === true) ? true : some.some(({ led }) => led === undefined) ? undefined : false,
      },
    ];
  });
}

export const dimensions = { source: 'Source', area: 'Area', need: 'Need', age: 'Age' } as const;
export type Dimension = keyof typeof dimensions;
export const kindsOfDimension: readonly Dimension[] = Object.keys(dimensions).filter((name): name is Dimension => name in dimensions);
