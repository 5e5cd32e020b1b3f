import type { PublishedFigure } from '../../record/published-figures.ts';
import { csvLines, isWithheld, numberIn, problemOf, type Line } from './csv-lines.ts';
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

type ReadLine = {
  readonly at: number;
  readonly figure?: PublishedFigure;
  readonly isWithheld?: true;
  readonly problems: readonly string[];
};

function readLine(line: Line): ReadLine {
  const { at, said } = line;
  const problem = (field: string, right: string): string => problemOf(line, field, right);
  const relation = relations[said('relation').toLowerCase()];
  const measure = names.get(said('measure').toLowerCase());
  const period = periodOf(said('period'));
  const value = numberIn(said('value'));
  const isNotSaid = isWithheld(said('value'));
  const denominator = isWithheld(said('denominator')) ? undefined : numberIn(said('denominator'));
  const problems = [
    ...(said('area') === '' ? [problem('area', 'Write the name of the area, for example England')] : []),
    ...(relation === undefined ? [problem('relation', 'Write England, Region, Statistical neighbour or Own authority')] : []),
    ...(measure === undefined ? [problem('measure', 'Write the name or the title of a measure as its page says it, or population')] : []),
    ...(period === undefined ? [problem('period', 'Write the year to 31 March, for example 2024-25')] : []),
    ...(isNotSaid || value >= 0 ? [] : [problem('value', 'Write a number, or c or x where none is published')]),
    ...(isShare.has(measure ?? '') && value > 100 ? [problem('value', 'Write it in 100: from 0 to 100')] : []),
    ...(denominator === undefined || denominator > 0
      ? []
      : [problem('denominator', 'Write of how many, a number above nought, or leave it empty')]),
  ];
  if (problems.length > 0 || relation === undefined || measure === undefined || period === undefined) return { at, problems };
  if (isNotSaid) return { at, isWithheld: true, problems };
  return {
    at,
    problems,
    figure: { area: said('area'), relation, measure, period, value, ...(denominator === undefined ? {} : { denominator }) },
  };
}

/** A file of published figures: CSV with a line of names. A file with one line that cannot be read is not taken, so that nothing is compared with half of it. */
export function readPublished(text: string): PublishedRead {
  const nothing = { figures: [], withheld: 0 };
  const read = csvLines(text);
  if ('problem' in read) return { ...nothing, problems: [read.problem] };
  const { heads, lines } = read;
  const missing = required.filter((name) => !heads.includes(name));
  if (missing.length > 0)
    return {
      ...nothing,
      problems: [`The first line lacks ${missing.join(', ')}. It names the columns: ${required.join(', ')}, denominator`],
    };
  if (lines.length === 0) return { ...nothing, problems: ['The file has no line after the names of its columns'] };
  const each = lines.map(readLine);
  const problems = [...each.flatMap((one) => one.problems), ...twice(each)];
  return {
    figures: problems.length > 0 ? [] : each.flatMap(({ figure }) => figure ?? []),
    withheld: each.filter((one) => one.isWithheld === true).length,
    problems,
  };
}

function twice(read: readonly ReadLine[]): readonly string[] {
  const known = new Map<string, number>();
  return read.flatMap(({ at, figure }) => {
    if (figure === undefined) return [];
    const key = `${figure.measure} ${figure.period} ${figure.area}`;
    const before = known.get(key);
    known.set(key, at);
    return before === undefined
      ? []
      : [`Line ${at}: ${figure.area}, ${figure.measure}, ${figure.period} stands in line ${before} already. Leave one of them`];
  });
}
