import type { PublishedFigure, PublishedKind } from '../../record/published-figures.ts';
import { csvLines, isWithheld, numberIn, problemOf, type Line } from '../measures/csv-lines.ts';
import { periodOf, population, readPublished, type PublishedRead } from '../measures/published.ts';
import { workforceIndicators } from './indicators.ts';

/** Whom the authority compares itself with: names or codes of authorities as the Department’s files say them. */
export type Places = { readonly own: string; readonly neighbours: readonly string[] };

export type FileRead = PublishedRead & { readonly kind: PublishedKind };

const everyRelease = ['time_period', 'geographic_level', 'region_name', 'la_name', 'new_la_code'];
const ofWorkforce = [...new Set(workforceIndicators.flatMap(({ column, of }) => [...(column === undefined ? [] : [column]), ...of]))];
const ofPopulation = ['population_estimate'];

/** Of any file of published figures: the Department’s release as it is downloaded, told by its columns, or a table as this authority writes it. */
export function readFigures(text: string, places: Places): FileRead {
  const read = csvLines(text);
  if ('problem' in read || !everyRelease.slice(0, 2).every((name) => read.heads.includes(name)))
    return { kind: 'measures', ...readPublished(text) };
  const kind = read.heads.includes('population_estimate') ? 'population' : 'workforce';
  const missing = [...everyRelease, ...(kind === 'workforce' ? ofWorkforce : ofPopulation)].filter((name) => !read.heads.includes(name));
  if (missing.length > 0) return nothingOf(kind, [`The first line lacks ${missing.join(', ')}, which the Department’s release has`]);
  return releaseOf(kind, read.lines, places);
}

const nothingOf = (kind: PublishedKind, problems: readonly string[]): FileRead => ({ kind, figures: [], withheld: 0, problems });

const isPlace = ({ said }: Line, asked: string): boolean =>
  [said('la_name'), said('new_la_code'), said('old_la_code')].some((one) => one !== '' && one.toLowerCase() === asked.toLowerCase());

function releaseOf(kind: PublishedKind, lines: readonly Line[], { own, neighbours }: Places): FileRead {
  const authorities = lines.filter(({ said }) => said('geographic_level') === 'Local authority');
  const unknown = [own, ...neighbours].filter((asked) => !authorities.some((line) => isPlace(line, asked)));
  if (unknown.length > 0)
    return nothingOf(
      kind,
      unknown.map((asked) => `The file has no local authority "${asked}". Write its name as the file does, or its code, such as E10000025`),
    );
  const region = authorities.find((line) => isPlace(line, own))?.said('region_name');
  const relationOf = (line: Line): PublishedFigure['relation'] | undefined => {
    const level = line.said('geographic_level');
    if (level === 'National') return 'england';
    if (level === 'Regional') return line.said('region_name') === region ? 'region' : undefined;
    if (level !== 'Local authority') return undefined;
    if (isPlace(line, own)) return 'own';
    return neighbours.some((asked) => isPlace(line, asked)) ? 'neighbour' : 'other';
  };
  const figuresOf = kind === 'workforce' ? workforceOf : populationOf;
  const read = lines.flatMap((line) => {
    const relation = relationOf(line);
    return relation === undefined ? [] : [figuresOf(line, { area: areaOf(line, relation), relation })];
  });
  const problems = read.flatMap((one) => one.problems);
  const figures = problems.length > 0 ? [] : onceEach(read.flatMap((one) => one.figures));
  return { kind, figures, withheld: read.reduce((total, one) => total + one.withheld, 0), problems };
}

const areaOf = ({ said }: Line, relation: PublishedFigure['relation']): string =>
  relation === 'england' ? 'England' : relation === 'region' ? said('region_name') : said('la_name');

type Of = Pick<PublishedFigure, 'area' | 'relation'>;
type LineRead = Omit<PublishedRead, 'problems'> & { readonly problems: readonly string[] };

const wrongPeriod = (line: Line): string => problemOf(line, 'time_period', 'Write the reporting year, for example 2024');

/** A number of nought or more; undefined: withheld. */
function numbersOf(line: Line, columns: readonly string[]) {
  const read = columns.map((name) => [name, isWithheld(line.said(name)) ? undefined : numberIn(line.said(name))] as const);
  const problems = read.flatMap(([name, value]) =>
    value === undefined || value >= 0 ? [] : [problemOf(line, name, 'Write a number of nought or more, or c or x where none is published')],
  );
  return { numbers: new Map(read), problems };
}

function workforceOf(line: Line, of: Of): LineRead {
  const { numbers, problems } = numbersOf(line, ofWorkforce);
  const period = line.said('time_period');
  if (!/^20\d\d$/.test(period)) return { figures: [], withheld: 0, problems: [wrongPeriod(line), ...problems] };
  const columns = (name: string) => numbers.get(name);
  const figures = workforceIndicators.flatMap(({ name, column = 'inpost_fte', among }): readonly PublishedFigure[] => {
    const [value, denominator] = [columns(column), among(columns)];
    if (value === undefined) return [];
    return [{ ...of, measure: name, period, value, ...(denominator === undefined || denominator === 0 ? {} : { denominator }) }];
  });
  return { figures, withheld: workforceIndicators.length - figures.length, problems };
}

function populationOf(line: Line, of: Of): LineRead {
  const { numbers, problems } = numbersOf(line, ofPopulation);
  const period = periodOf(line.said('time_period'));
  if (period === undefined) return { figures: [], withheld: 0, problems: [wrongPeriod(line), ...problems] };
  const value = numbers.get('population_estimate');
  return {
    figures: value === undefined ? [] : [{ ...of, measure: population, period, value }],
    withheld: value === undefined ? 1 : 0,
    problems,
  };
}

/** The release of children looked after says the population of a year on each of its lines. */
function onceEach(figures: readonly PublishedFigure[]): readonly PublishedFigure[] {
  return [...new Map(figures.map((one) => [`${one.measure} ${one.period} ${one.relation} ${one.area}`, one])).values()];
}
