import { formatDate, isDate, type LocalDate } from './dates.ts';
import { isWorkingDay } from './working-days.ts';

/** Days on which the schools of an authority are open, both included: a term, or the part of one before or after a half-term. */
type Stretch = { readonly term: Term; readonly from: LocalDate; readonly to: LocalDate };
export type Term = 'autumn' | 'spring' | 'summer';

/** The school years of which an authority has said when schools are open; `closed`: single days within terms on which they are not. Of a year that is not here the usual weeks of England are taken. */
export type SchoolTerms = {
  readonly years: ReadonlyMap<
    string,
    { readonly stretches: readonly Stretch[]; readonly closed: readonly { readonly from: LocalDate; readonly to: LocalDate }[] }
  >;
};

export const noTerms: SchoolTerms = { years: new Map() };

const terms: readonly Term[] = ['autumn', 'spring', 'summer'];
const isTerm = (word: string): word is Term => terms.some((term) => term === word);

let known: SchoolTerms = noTerms;

/** From then on school days are counted by these: said once, before anything is derived, from the authority’s own file. */
export const useSchoolTerms = (given: SchoolTerms): void => {
  known = given;
};
export const schoolTerms = (): SchoolTerms => known;

/** The school year in which a day lies, which begins on 1 September: 2026-27. */
export function schoolYearOf(day: LocalDate): string {
  const began = Number(day.slice(0, 4)) - (day.slice(5) >= '09-01' ? 0 : 1);
  return `${began}-${String((began + 1) % 100).padStart(2, '0')}`;
}

const within = (day: LocalDate, { from, to }: { readonly from: LocalDate; readonly to: LocalDate }): boolean => day >= from && day <= to;

/** Whether schools are open on a day, as the authority has said; undefined: it has said nothing of that school year. */
export function isOpenByTerms(day: LocalDate): boolean | undefined {
  const year = known.years.get(schoolYearOf(day));
  if (year === undefined) return undefined;
  return isWorkingDay(day) && year.stretches.some((one) => within(day, one)) && !year.closed.some((one) => within(day, one));
}

/** The last day of each term of a school year, in order; undefined: nothing is said of it. */
function endsOf(year: string): readonly LocalDate[] | undefined {
  const stretches = known.years.get(year)?.stretches;
  if (stretches === undefined) return undefined;
  return terms.flatMap(
    (term) =>
      stretches
        .filter((one) => one.term === term)
        .map(({ to }) => to)
        .toSorted()
        .at(-1) ?? [],
  );
}

/** The last day of the term after the one in which a day lies, as the authority has said; a day of a holiday lies in the term before it. Undefined: it has not said so. */
export function nextTermEndsByTerms(day: LocalDate): LocalDate | undefined {
  const year = schoolYearOf(day);
  const began = Number(year.slice(0, 4));
  const later = schoolYearOf(`${began + 1}-09-01` as LocalDate);
  const own = endsOf(year);
  if (own === undefined) return undefined;
  const starts =
    known.years
      .get(year)
      ?.stretches.map(({ from }) => from)
      .toSorted() ?? [];
  const all = [...own, ...(endsOf(later) ?? [])];
  const beganTerms = terms.filter((term) => known.years.get(year)?.stretches.some((one) => one.term === term && one.from <= day)).length;
  if (starts[0] !== undefined && day < starts[0]) return all[0];
  return all[beganTerms];
}

type Read = { readonly kind: 'read'; readonly terms: SchoolTerms } | { readonly kind: 'refused'; readonly problems: readonly string[] };

/**
 * An authority’s term dates as it keeps them: a line for each stretch, `year,term,from,to`, such as `2026-27,autumn,2026-09-03,2026-10-23`; a term is autumn, spring or summer, or
 * `closed` for days within one on which schools are not open. Refused: with each line that cannot be read, and what would be right.
 */
export function readSchoolTerms(text: string): Read {
  const problems: string[] = [];
  const years = new Map<string, { stretches: Stretch[]; closed: { from: LocalDate; to: LocalDate }[] }>();
  for (const [n, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '' || (n === 0 && /^year\b/i.test(line))) continue;
    const [year = '', term = '', from = '', to = ''] = line.split(',').map((cell) => cell.trim());
    const wrong = whyNot({ year, term, from, to });
    if (wrong !== undefined) problems.push(`Line ${n + 1}: ${wrong}`);
    else {
      const of = years.get(year) ?? { stretches: [], closed: [] };
      const days = { from: from as LocalDate, to: to as LocalDate };
      if (isTerm(term)) of.stretches.push({ term, ...days });
      else of.closed.push(days);
      years.set(year, of);
    }
  }
  for (const [year, { stretches }] of years)
    for (const term of terms)
      if (!stretches.some((one) => one.term === term)) problems.push(`${year}: there is no line of the ${term} term`);
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'read', terms: { years } };
}

type Line = { readonly year: string; readonly term: string; readonly from: string; readonly to: string };

function whyNot({ year, term, from, to }: Line): string | undefined {
  if (!/^\d{4}-\d{2}$/.test(year) || Number(year.slice(5)) !== (Number(year.slice(2, 4)) + 1) % 100)
    return `the school year is "${year}": it must be as 2026-27`;
  if (!isTerm(term) && term !== 'closed') return `the term is "${term}": it must be autumn, spring, summer or closed`;
  for (const day of [from, to]) if (!isDate(day)) return `"${day}" is no day: it must be as 2026-09-03`;
  const [first, last] = [from as LocalDate, to as LocalDate];
  if (last < first) return `it ends on ${formatDate(last)}, before it begins on ${formatDate(first)}`;
  return schoolYearOf(first) === year && schoolYearOf(last) === year ? undefined : `its days do not lie in the school year ${year}`;
}
