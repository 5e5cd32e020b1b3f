import type { History } from '../../../kernel/step/history.ts';
import type { Period } from '../../rule/period.ts';
import { buildRows } from './build-rows.ts';
import { filesOf, type BuiltRow } from './built-row.ts';
import type { Registrations } from './social-worker-rows.ts';

/** The steps that a children looked after return tells: nothing of any other is read for it. */
export const lookedAfterSteps: readonly string[] = [
  'personDetails',
  'childDeath',
  'periodOfCare',
  'periodOfCareEnd',
  'legalStatus',
  'placement',
  'lookedAfterReview',
  'unaccompaniedChild',
  'outcomesOfTheYear',
  'dentalCheck',
  'healthAssessment',
  'immunisations',
  'strengthsAndDifficulties',
  'substanceUse',
  'conviction',
  'careLeaverContact',
  'adoptionMatch',
  'adoptionDecision',
  'adoptionDecisionEnd',
  'consentToPlacement',
  'previousPermanence',
  'missingEpisode',
  'returnFromMissing',
  'deprivationOfLibertyOrder',
  'socialWorkerEpisode',
  'allocation',
  'returnExplanation',
];

/** A file of the return: its table, and its lines. */
export type ReturnFile = { readonly name: string; readonly lines: readonly string[] };

/** A cell that a spreadsheet would take for a formula is none of a return: codes, days and numbers never begin so. */
const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const lineOf = (columns: readonly string[], { cells }: BuiltRow): string => columns.map((column) => cell(cells[column] ?? '')).join(',');

/** Whose return: of which year, with the numbers of the social workers. */
export type WhichReturn = { readonly period: Period; readonly registrations: Registrations };

/** The rows of a child in the order in which they are written: the same record gives the same bytes however it was entered. */
export function rowsOf(history: History, { period, registrations }: WhichReturn): ReadonlyMap<string, readonly BuiltRow[]> {
  const rows = Map.groupBy(buildRows(history, period, registrations), ({ table }) => table);
  return new Map([...rows].map(([table, own]) => [table, inOrder(own)]));
}

/** The return of a year as its CSV files. */
export async function returnSetOf(which: WhichReturn, told: AsyncIterable<{ readonly history: History }>): Promise<readonly ReturnFile[]> {
  const files = filesOf(which.period);
  const lines = new Map<string, string[]>(files.map(([name, columns]) => [name, [columns.join(',')]]));
  for await (const { history } of told) {
    const rows = rowsOf(history, which);
    for (const [table, columns] of files) lines.get(table)?.push(...(rows.get(table) ?? []).map((row) => lineOf(columns, row)));
  }
  // A table without rows is a file too: what is not supplied cannot be checked.
  return [...lines].map(([name, own]) => ({ name: `${name}.csv`, lines: own }));
}

/** By their days, as they are read: year first. */
const inOrder = (rows: readonly BuiltRow[]): readonly BuiltRow[] =>
  rows
    .map(
      (row) =>
        [
          Object.values(row.cells)
            .map((text) => text.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1'))
            .join(' '),
          row,
        ] as const,
    )
    .toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([, row]) => row);
