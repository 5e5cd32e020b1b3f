import { date, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { History } from '../../../kernel/step/history.ts';
import type { Opened } from '../../rule/given-tables.ts';
import type { Finding } from '../../rule/part.ts';
import { collectionYears, type CollectionYear } from '../../rule/years.ts';
import { childrenInNeedCensus } from '../collection.ts';
import { readChild } from '../read-child.ts';
import { buildChild, type WhichYear } from './build-child.ts';
import { entriesIn, type BuiltElement } from './element.ts';
import { isIn } from './period.ts';

/** What a rule of the census finds wrong in one child's record: in these fields, as these entries give them. */
export type ChildFinding = {
  readonly code: string;
  readonly message: string;
  readonly level: 'error' | 'query';
  readonly isDraft: boolean;
  readonly fields: readonly string[];
  readonly values: readonly (string | undefined)[];
  /** Where something is missing that no entry gives: those of the module in which it is missing. */
  readonly entries: readonly string[];
  /** The entry that explains it, of the year of this census. */
  readonly explainedBy?: string;
};

/** The year of the census that a day is in; of a day whose rules are not out yet, the last year whose rules are. */
export function whichYear(day: LocalDate): WhichYear {
  const ends = Number(day.slice(0, 4)) + (day.slice(5) > '03-31' ? 1 : 0);
  return yearEnding(
    ends,
    collectionYears.find((year) => year.endsWith(String(ends).slice(2))) ?? collectionYears[collectionYears.length - 1],
  );
}

export const whichCollection = (year: CollectionYear): WhichYear => yearEnding(Number(`20${year.slice(5)}`), year);

const yearEnding = (ends: number, year: CollectionYear = '2026-27'): WhichYear => ({
  year,
  period: { from: date(`${ends - 1}-04-01`), to: date(`${ends}-03-31`) },
});

/** They count how long something has waited by the last day of the year, or how near to it a birth is: asked before that day, they are asked as of today. */
const waiting: ReadonlySet<string> = new Set(['8670Q', '8675Q', '8530Q']);

export type Checking = { readonly which: WhichYear; readonly byYearsEnd: Opened; readonly byToday: Opened };

/** The rules that can be asked of one child's record on a day of a year. */
export function checking(which: WhichYear, today: LocalDate): Checking {
  const open = (asked: (code: string) => boolean, on: LocalDate): Opened => {
    const header = { Collection: 'CIN', Year: on.slice(0, 4), ReferenceDate: on };
    const tables = { Header: { columns: Object.keys(header), rows: [header] } };
    return childrenInNeedCensus.open(({ code, years }) => years.includes(which.year) && asked(code), which.year, tables, {});
  };
  const { to } = which.period;
  return {
    which,
    byYearsEnd: open((code) => !waiting.has(code), to),
    byToday: open((code) => waiting.has(code), today < to ? today : to),
  };
}

/** Builds a child's part of the census from the record, and asks its rules of it. Pure. */
export function checkChild(history: History, { which, byYearsEnd, byToday }: Checking): readonly ChildFinding[] {
  const built = buildChild(history, which);
  if (built === undefined) return [];
  const given = [readChild(built, {})];
  const explained = explanationsIn(history, which);
  return [byYearsEnd, byToday]
    .flatMap(({ part }) => part(given).findings)
    .map((finding) => {
      const explainedBy = explained.get(finding.code);
      return { ...told(finding, built), ...(explainedBy === undefined ? {} : { explainedBy }) };
    });
}

/** By the rule that they explain: the entries of this year. */
const explanationsIn = (history: History, { period }: WhichYear): ReadonlyMap<string, string> =>
  new Map(
    history
      .filter((one) => one.step === 'returnExplanation' && isIn(one.happenedOn, period))
      .map((one) => [String(one.answers['rule']), one.entry]),
  );

const rules = new Map(childrenInNeedCensus.rules.map((rule) => [rule.code, rule]));

function told({ code, rows }: Finding, built: BuiltElement): ChildFinding {
  const rule = rules.get(code);
  return {
    code,
    message: rule?.message ?? code,
    level: rule?.level ?? 'error',
    isDraft: rule?.isDraft === true,
    fields: rows.flatMap(({ fields }) => fields),
    values: rows.flatMap(({ values }) => values),
    entries: [...new Set(rows.flatMap(({ line, fields }) => entriesOf(built, line, fields)))],
  };
}

/** The entries that give the fields that are wrong; where none does, those of the row in which they are missing. */
function entriesOf(built: BuiltElement, line: number | undefined, fields: readonly string[]): readonly string[] {
  const row = elementAt(built, line);
  if (row === undefined) return [];
  const given = [row, ...row.children].filter(({ name }) => fields.includes(name)).flatMap(entriesIn);
  return given.length > 0 ? given : entriesIn(row);
}

const elementAt = (element: BuiltElement, line: number | undefined): BuiltElement | undefined =>
  element.line === line ? element : element.children.map((one) => elementAt(one, line)).find((one) => one !== undefined);
