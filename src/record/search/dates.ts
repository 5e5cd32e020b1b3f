import { addDays, addMonths, isDate, months, type LocalDate } from '../../kernel/calendar/dates.ts';

/** A day on which somebody may have been born whose date of birth was asked for so; `weight` of 100. */
export type MayBeBorn = { readonly on: LocalDate; readonly weight: number };
/** Born on or between these days. */
export type Between = { readonly from: LocalDate; readonly until: LocalDate };

export type AskedDates = { readonly days: readonly MayBeBorn[]; readonly between?: Between; readonly rest: string };

const numbered = /(?<![\p{L}\d])(\d{1,2})[./ -](\d{1,2})[./ -](\d{4}|\d{2})(?!\d)/u;
const written =
  /(?<![\p{L}\d])(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\s+(\d{4})(?!\d)/iu;
const ordered = /(?<![\p{L}\d])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/u;
const joined = /(?<![\p{L}\d])(\d{2})(\d{2})((?:19|20)\d{2})(?!\d)/u;
const ofMonth = /(?<![\p{L}\d])(?:(\d{1,2})[./-]|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\s+)((?:19|20)\d{2})(?!\d)/iu;
const ofYear = /(?<![\p{L}\d])((?:19|20)\d{2})(?!\d)/u;

const digits = (value: number | string, length: number): string => String(value).padStart(length, '0');
const monthOf = (word: string): string =>
  digits(months.findIndex((month) => month.toLowerCase() === word.slice(0, 3).toLowerCase()) + 1, 2);

/** Two figures of a year: the last hundred years up to now. */
function wholeYear(year: string, today: LocalDate): string {
  if (year.length === 4) return year;
  const century = Number(today.slice(0, 2));
  return `${Number(year) > Number(today.slice(2, 4)) ? century - 1 : century}${year}`;
}

type Parts = { readonly day: string; readonly month: string; readonly year: string };

function partsIn(text: string, today: LocalDate): (Parts & { readonly found: string }) | undefined {
  const inOrder = ordered.exec(text);
  if (inOrder !== null)
    return { found: inOrder[0], year: inOrder[1] ?? '', month: digits(inOrder[2] ?? '', 2), day: digits(inOrder[3] ?? '', 2) };
  const inWords = written.exec(text);
  if (inWords !== null)
    return { found: inWords[0], day: digits(inWords[1] ?? '', 2), month: monthOf(inWords[2] ?? ''), year: inWords[3] ?? '' };
  const match = numbered.exec(text) ?? joined.exec(text);
  return match === null
    ? undefined
    : { found: match[0], day: digits(match[1] ?? '', 2), month: digits(match[2] ?? '', 2), year: wholeYear(match[3] ?? '', today) };
}

const on = ({ day, month, year }: Parts): string => `${year}-${month}-${day}`;

/** Days of the same month whose number has one figure in common with the one asked for, in its place: 4 and 14. */
const otherFigure = ({ day, ...asked }: Parts): readonly string[] => [
  ...['0', '1', '2', '3'].map((figure) => on({ ...asked, day: `${figure}${day[1]}` })),
  ...Array.from({ length: 10 }, (_, figure) => on({ ...asked, day: `${day[0]}${figure}` })),
];

/** The day asked for, and those that a slip makes of it: day and month exchanged, two figures exchanged, a year beside, another figure in the day. */
function mayBeBorn(asked: Parts, today: LocalDate): readonly MayBeBorn[] {
  const figures = `${asked.day}${asked.month}${asked.year}`;
  const exchanged = Array.from({ length: 7 }, (_, n) => `${figures.slice(0, n)}${figures[n + 1]}${figures[n]}${figures.slice(n + 2)}`);
  const beside = [-1, 1].map((years) => on({ ...asked, year: digits(Number(asked.year) + years, 4) }));
  const exact = on(asked);
  const candidates: readonly (readonly [string, number])[] = [
    [exact, 100],
    [on({ ...asked, day: asked.month, month: asked.day }), 85],
    ...exchanged.map((one): readonly [string, number] => [on({ day: one.slice(0, 2), month: one.slice(2, 4), year: one.slice(4) }), 80]),
    ...beside.map((one): readonly [string, number] => [one, 60]),
    ...otherFigure(asked).map((one): readonly [string, number] => [one, 55]),
  ];
  const found = new Map<LocalDate, number>();
  for (const [day, weight] of candidates)
    if (isDate(day) && day >= '1900-01-01' && day.slice(0, 4) <= digits(Number(today.slice(0, 4)) + 1, 4))
      found.set(day, Math.max(weight, found.get(day) ?? 0));
  return [...found].map(([day, weight]) => ({ on: day, weight }));
}

function betweenIn(text: string): (Between & { readonly found: string }) | undefined {
  const month = ofMonth.exec(text);
  const year = month?.[3] ?? ofYear.exec(text)?.[1];
  if (year === undefined) return undefined;
  const within = month === null ? undefined : month[1] === undefined ? monthOf(month[2] ?? '') : digits(month[1], 2);
  const from = `${year}-${within ?? '01'}-01`;
  if (!isDate(from)) return undefined;
  return { found: month?.[0] ?? year, from, until: addDays(addMonths(from, within === undefined ? 12 : 1), -1) };
}

/** What in the words is a date of birth, or the month or year of one; `rest`: the words without it. */
export function datesIn(words: string, today: LocalDate): AskedDates {
  const parts = partsIn(words, today);
  if (parts !== undefined) return { days: mayBeBorn(parts, today), rest: words.replace(parts.found, ' ') };
  const between = betweenIn(words);
  if (between === undefined) return { days: [], rest: words };
  const { found, ...span } = between;
  return { days: [], between: span, rest: words.replace(found, ' ') };
}
