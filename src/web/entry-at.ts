/** The page of a record with all its entries: that of a file keeps those of years behind a link. */
export const allEntriesOf = (person: string): string => `/children/${person}?entries=all`;

/** Where an entry stands on the page of its record; of what may be a file, all of them are asked for. */
export const entryAt = (person: string, entry: string, mayBeFile: boolean): string =>
  `${mayBeFile ? allEntriesOf(person) : `/children/${person}`}#entry-${entry}`;
