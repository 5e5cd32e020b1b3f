import type { Finding } from '../rule/part.ts';
import type { Row } from '../rule/rows.ts';
import { collectionYears } from '../rule/years.ts';
import { censusTables, rule, type CensusTables } from './census.ts';

type Table = keyof CensusTables;

const unreadIn = <R extends Row<CensusTables, Table>>(rows: readonly R[]) =>
  rows.flatMap((row) => (row.unread === undefined ? [] : [{ marked: row, fields: Object.keys(row.unread) }]));

/**
 * What is written as a date or a number and is none. No rule of the DfE's list asks for it, because the schema refuses it before any rule is
 * asked, and most rules take it for missing. It is looked for like what rules look for, and told as a place that cannot be read.
 */
export const unreadableCells = rule({
  code: 'unreadable',
  message: 'A date or a number cannot be read',
  years: collectionYears,
  fields: {
    ChildIdentifiers: [],
    CINdetails: [],
    Assessments: [],
    CINplanDates: [],
    Section47: [],
    ChildProtectionPlans: [],
    Reviews: [],
    PreProceedings: [],
  },
  wrong: (child) => [
    ...unreadIn(child.ChildIdentifiers),
    ...unreadIn(child.CINdetails),
    ...unreadIn(child.Assessments),
    ...unreadIn(child.CINplanDates),
    ...unreadIn(child.Section47),
    ...unreadIn(child.ChildProtectionPlans),
    ...unreadIn(child.Reviews),
    ...unreadIn(child.PreProceedings),
  ],
  passes: [{ ChildProtectionPlans: [{ CPPendDate: '2026-02-28', NumberOfPreviousCPP: '0' }, {}] }],
  fails: [{ ChildProtectionPlans: [{ CPPendDate: '2026-02-30' }] }, { ChildProtectionPlans: [{ NumberOfPreviousCPP: 'none' }] }],
});

export type UnreadablePlace = { readonly line: number; readonly message: string };

const longestShown = 40;

/** In words, where each of them stands. */
export const unreadablePlaces = ({ rows }: Finding): readonly UnreadablePlace[] =>
  rows.flatMap(({ table, line = 1, fields, values }) =>
    fields.map((field, at) => {
      const kind = numbers.has(field) ? 'number' : 'date';
      return { line, message: `${table}: ${field} “${(values[at] ?? '').slice(0, longestShown)}” is no ${kind}.` };
    }),
  );

const numbers: ReadonlySet<string> = new Set(
  Object.values(censusTables).flatMap((table) => Object.entries(table).flatMap(([field, kind]) => (kind === 'number' ? [field] : []))),
);
