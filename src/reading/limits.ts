/** More than this in one field is not an answer to any question of a return. */
export const longestText = 100_000;

/** More than this is not one child's: it is held in memory while the child is read. The largest child of a whole authority has a hundredth of it. */
export const mostOfAChild = { elements: 20_000, rows: 20_000, characters: 2_000_000 } as const;
