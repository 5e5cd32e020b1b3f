import { parse } from 'csv-parse/sync';
import type { PublishedFigure } from '../../record/published-figures.ts';
import { measures } from './measures.ts';

/** Under this name the file gives how many children of 0 to 17 live in an area. */
export const population = 'population';

export type PublishedRead = {
  readonly figures: readonly PublishedFigure[];
  /** Lines whose value is suppressed or not available, as published. */
  readonly withheld: number;
  /** A line each: which field, what it says, and what would be right. */
  readonly problems: readonly string[];
};

const required = ['area', 'relation', 'measure', 'period', 'value'] as const;

const relations: Readonly<Record<string, PublishedFigure['relation']>> = {
  england: 'england',
  'statistical neighbour': 'neighbour',
  neighbour: 'neighbour',
  region: 'region',
  'own authority': 'own',
  own: 'own',
};

/** As the Department marks what it does not say: confidential, not available, not applicable, rounded to nought. */
const withheld: ReadonlySet<string> = new Set(['c', 'x', 'z', ':', '..', '-', 'low', 'k', '']);

const names: ReadonlyMap<string, string> = new Map([
  [population, population],
  ...measures.flatMap(({ name, title }): [string, string][] => [
    [name.toLowerCase(), name],
    [title.toLowerCase(), name],
  ]),
]);
const isShare: ReadonlySet<string> = new Set(measures.filter(({ per }) => per === 'share').map(({ name }) => name));

/** "2024-25" of "2024-25", "2024/25", "202425" and "2025", the year in which it ended. */
export function periodOf(text: string): string | undefined {
  const both = /^(20\d\d)[-/]?(?:20)?(\d\d)$/.exec(text);
  if (both !== null && Number(both[2]) === (Number(both[1]) + 1) % 100) return `${both[1]}-${both[2]}`;
  if (!/^20\d\d$/.test(text)) return undefined;
  return `${Number(text) - 1}-${text.slice(2)}`;
}

const numberIn = (text: string): number => Number(text.replaceAll(/[,%\s]/g, ''));

type Line = Readonly<Record<string, string>>;
type ReadLine = { readonly figure?: PublishedFigure; readonly isWithheld?: true; readonly problems: readonly string[] };

function readLine(line: Line, at: number): ReadLine {
  const said = (field: string): string => (line[field] ?? '').trim();
  const problem = (field: string, right: string): string => `Line ${at}: ${field} is "${said(field).slice(0, 40)}". ${right}`;
  const relation = relations[said('relation').toLowerCase()];
  const measure = names.get(said('measure').toLowerCase());
  const period = periodOf(said('period'));
  const value = numberIn(said('value'));
  const isWithheld = withheld.has(said('value').toLowerCase());
  const problems = [
    ...(said('area') === '' ? [problem('area', 'Write the name of the area, for example England')] : []),
    ...(relation === undefined ? [problem('relation', 'Write England, Region, Statistical neighbour or Own authority')] : []),
    ...(measure === undefined ? [problem('measure', 'Write the name or the title of a measure as its page says it, or population')] : []),
    ...(period === undefined ? [problem('period', 'Write the year to 31 March, for example 2024-25')] : []),
    ...(isWithheld || value >= 0 ? [] : [problem('value', 'Write a number, or c or x where none is published')]),
    ...(isShare.has(measure ?? '') && value > 100 ? [problem('value', 'Write it in 100: from 0 to 100')] : []),
    ...(said('denominator') === '' || withheld.has(said('denominator')) || numberIn(said('denominator')) > 0
      ? []
      : [problem('denominator', 'Write of how many, a number above nought, or leave it empty')]),
  ];
  if (problems.length > 0 || relation === undefined || measure === undefined || period === undefined) return { problems };
  if (isWithheld) return { isWithheld, problems };
  const denominator = numberIn(said('denominator'));
  return { problems, figure: { area: said('area'), relation, measure, period, value, ...(denominator > 0 ? { denominator } : {}) } };
}

/** A file of published figures: CSV with a line of names. A file with one line that cannot be read is not taken, so that nothing is compared with half of it. */
export function readPublished(text: string): PublishedRead {
  const nothing = { figures: [], withheld: 0 };
  let lines: readonly string[][];
  try {
    lines = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    return { ...nothing, problems: [`The file is not CSV: ${error instanceof Error ? error.message : 'it cannot be read'}`] };
  }
  const [head = [], ...rest] = lines;
  const heads = head.map((name) => name.toLowerCase());
  const missing = required.filter((name) => !heads.includes(name));
  if (missing.length > 0)
    return {
      ...nothing,
      problems: [`The first line lacks ${missing.join(', ')}. It names the columns: ${required.join(', ')}, denominator`],
    };
  if (rest.length === 0) return { ...nothing, problems: ['The file has no line after the names of its columns'] };
  const read = rest.map((cells, n) => readLine(Object.fromEntries(heads.map((name, c) => [name, cells[c] ?? ''])), n + 2));
  const problems = [...read.flatMap((one) => one.problems), ...twice(read)];
  return {
    figures: problems.length > 0 ? [] : read.flatMap(({ figure }) => figure ?? []),
    withheld: read.filter(({ isWithheld }) => isWithheld).length,
    problems,
  };
}

function twice(read: readonly ReadLine[]): readonly string[] {
  const known = new Map<string, number>();
  return read.flatMap(({ figure }, n) => {
    if (figure === undefined) return [];
    const key = `${figure.measure} ${figure.period} ${figure.area}`;
    const before = known.get(key);
    known.set(key, n + 2);
    return before === undefined
      ? []
      : [`Line ${n + 2}: ${figure.area}, ${figure.measure}, ${figure.period} stands in line ${before} already. Leave one of them`];
  });
}
