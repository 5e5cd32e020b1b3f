import { addDays, isDate, type LocalDate } from '../../kernel/calendar/dates.ts';

export type GivenCell = string | number | undefined;
/** What a cell says, or what would be right instead of it. */
export type Taken = { readonly value: GivenCell } | { readonly right: string };
/** How the cells of a column are read: words as they stand in the file, a number where a workbook has one. `dayOne`: the day before the first of the workbook’s count. */
export type ReadCell = (given: string | number, dayOne: LocalDate) => Taken;

/** `also`: as other programs name it. `isAsked`: whether whoever takes the table asks for a cell in a row that says this. */
export type GivenColumn = {
  readonly name: string;
  readonly read: ReadCell;
  readonly also?: RegExp;
  readonly isAsked?: (said: (column: string) => GivenCell) => boolean;
};

const taken = (value: GivenCell): Taken => ({ value });

export const words =
  (most = 1_000): ReadCell =>
  (given) =>
    String(given).length > most ? { right: `longer than ${most} signs: shorten it` } : taken(String(given));

export const wordsLike =
  (pattern: RegExp, right: string): ReadCell =>
  (given) =>
    pattern.test(String(given)) ? taken(String(given)) : { right };

const notADay = 'no day: write it as 14/05/2015 or 2015-05-14';

/** As the workbook counts it, or in words: day first, or the year first. */
export const day: ReadCell = (given, dayOne) => {
  if (typeof given === 'number') {
    const whole = Math.floor(given);
    return whole > 0 && whole < 100_000 ? taken(addDays(dayOne, whole)) : { right: notADay };
  }
  const [, d = '', m = '', y = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 00:00(?::00)?)?$/.exec(given) ?? [];
  const written = y === '' ? given.replace(/[T ]00:00(:00(\.0+)?)?Z?$/, '') : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isDate(written) ? taken(written) : { right: notADay };
};

/** From nought on; `whole`: without a fraction, which is left off where the column counts years. */
export const number =
  (kind: 'whole' | 'years' | 'any' = 'any'): ReadCell =>
  (given) => {
    const value = typeof given === 'number' ? given : /^\d{1,9}(\.\d{1,18})?$/.test(given) ? Number(given) : Number.NaN;
    if (!Number.isFinite(value) || value < 0) return { right: 'no number: write digits alone, such as 3' };
    if (kind === 'years') return taken(Math.floor(value));
    return kind === 'whole' && !Number.isInteger(value) ? { right: 'no whole number: write how many, such as 3' } : taken(value);
  };

/** One of the words of a list, whatever its capitals and spaces; `also`: another way in which a source says the same. */
export function oneOf(all: readonly string[], also: (given: string) => string | undefined = () => undefined): ReadCell {
  const known = new Map(all.map((one) => [plain(one), one]));
  const some = all.slice(0, 12).join('; ');
  const right = `none of what is taken: ${all.length > 12 ? `${some} and ${all.length - 12} more` : some}`;
  return (given) => {
    const found = known.get(plain(String(given))) ?? also(String(given));
    return found === undefined || !all.includes(found) ? { right } : taken(found);
  };
}

/** Without capitals, spaces and signs: “a) Male” and “A) MALE” are the same. */
export const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
