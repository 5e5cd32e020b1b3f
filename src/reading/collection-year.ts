/** Two years that follow each other: the collection is that which ends on 31 March of the second. */
const spans = /(?<!\d)(20\d\d)(?:[-–_/. ]{1,3}|[-_ ]?to[-_ ]?)((?:20)?\d\d)(?![-–/.]?\d)/gi;
/** A number of one or two digits before a year, or any digit after one, makes it part of a day, a month or a version. */
const alone = /(?<!\d)(?<!(?<![\dA-Za-z])\d{1,2}[-–_/. ])20[1-4]\d(?![-–_/. ]?\d)/g;

/**
 * Which collection years, ending on 31 March, a name of a file or a folder says: `2024-25` and `2024_2025` say 2025, `2025` by itself says 2025.
 * A year within a date says nothing, and so does `2010-11`, which may be a month: then a person is asked.
 */
export function yearsIn(name: string): readonly number[] {
  const said = [...name.matchAll(spans)].flatMap(([, from = '', to = '']) => {
    const isMonth = to.length === 2 && Number(to) <= 12;
    return !isMonth && (Number(from) + 1) % 100 === Number(to) % 100 && (to.length === 2 || Number(to) === Number(from) + 1)
      ? [Number(from) + 1]
      : [];
  });
  return said.length > 0 ? said : [...name.matchAll(alone)].map(([year]) => Number(year));
}

/** The one year that all agree on, if they do. */
export function only(years: readonly number[]): number | undefined {
  const [one, ...others] = new Set(years);
  return others.length === 0 ? one : undefined;
}
