import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { History } from '../../../kernel/step/history.ts';
import type { Opened } from '../../rule/given-tables.ts';
import type { Finding } from '../../rule/part.ts';
import type { WhichYear } from '../../rule/period.ts';
import { explained, explanationsIn, type ChildFinding } from '../../child-finding.ts';
import { censusRules, childrenInNeedCensus } from '../collection.ts';
import { readChild } from '../read-child.ts';
import { buildChild } from './build-child.ts';
import { entriesIn, type BuiltElement } from './element.ts';

/** They count how long something has waited by the last day of the year, or how near to it a birth is: asked before that day, they are asked as of today. */
const waiting: ReadonlySet<string> = new Set(['8670Q', '8675Q', '8530Q']);

export type Checking = { readonly which: WhichYear; readonly byYearsEnd: Opened; readonly byToday: Opened };

/** The rules that can be asked of one child's record on a day of a year. */
export const checking = (which: WhichYear, today: LocalDate): Checking => checkingOn(which)(today);

/** The same day by day: only those that count how long something waits are opened anew. */
export function checkingOn(which: WhichYear): (day: LocalDate) => Checking {
  const open = (asked: (code: string) => boolean, on: LocalDate): Opened => {
    const header = { Collection: 'CIN', Year: on.slice(0, 4), ReferenceDate: on };
    const tables = { Header: { columns: Object.keys(header), rows: [header] } };
    return childrenInNeedCensus.open(({ code, years }) => years.includes(which.year) && asked(code), which.year, tables, {});
  };
  const { to } = which.period;
  const byYearsEnd = open((code) => !waiting.has(code), to);
  const byDay = new Map<LocalDate, Opened>();
  return (day) => {
    const asked = day < to ? day : to;
    const byToday = byDay.get(asked) ?? open((code) => waiting.has(code), asked);
    byDay.set(asked, byToday);
    return { which, byYearsEnd, byToday };
  };
}

/** Builds a child's part of the census from the record, and asks its rules of it. Pure. */
export function checkChild(history: History, { which, byYearsEnd, byToday }: Checking): readonly ChildFinding[] {
  const built = buildChild(history, which);
  if (built === undefined) return [];
  const given = [readChild(built, {})];
  const explanations = explanationsIn(history, which);
  return [byYearsEnd, byToday].flatMap(({ part }) => part(given).findings).map((finding) => explained(told(finding, built), explanations));
}

const told = ({ code, rows }: Finding, built: BuiltElement): ChildFinding => ({
  return: 'cin',
  code,
  level: censusRules.get(code)?.level ?? 'error',
  fields: rows.flatMap(({ fields }) => fields),
  entries: [...new Set(rows.flatMap(({ line, fields }) => entriesOf(built, line, fields)))],
});

/** The entries that give the fields that are wrong; where none does, those of the row in which they are missing. */
function entriesOf(built: BuiltElement, line: number | undefined, fields: readonly string[]): readonly string[] {
  const row = elementAt(built, line);
  if (row === undefined) return [];
  const given = [row, ...row.children].filter(({ name }) => fields.includes(name)).flatMap(entriesIn);
  return given.length > 0 ? given : entriesIn(row);
}

const elementAt = (element: BuiltElement, line: number | undefined): BuiltElement | undefined =>
  element.line === line ? element : element.children.map((one) => elementAt(one, line)).find((one) => one !== undefined);
