/** The collections whose rules are kept. A year runs from 1 April to 31 March: 2025-26 ends on 31 March 2026. */
export const collectionYears = ['2022-23', '2023-24', '2024-25', '2025-26', '2026-27'] as const;
export type CollectionYear = (typeof collectionYears)[number];

export const isCollectionYear = (text: string): text is CollectionYear => collectionYears.some((year) => year === text);

/** In force from a year on, and still. */
export const since = (first: CollectionYear): readonly CollectionYear[] => collectionYears.slice(collectionYears.indexOf(first));

/** In force from a year until and with another; of one year both are the same. */
export const between = (first: CollectionYear, last: CollectionYear): readonly CollectionYear[] =>
  since(first).slice(0, collectionYears.indexOf(last) - collectionYears.indexOf(first) + 1);

/** Written in the DfE's catalogue and switched on in no year. */
export const neverInForce: readonly CollectionYear[] = [];
