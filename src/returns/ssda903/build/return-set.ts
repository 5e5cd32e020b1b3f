import type { History } from '../../../kernel/step/history.ts';
import type { Period } from '../../rule/period.ts';
import { buildRows } from './build-rows.ts';
import { returnFiles, type BuiltRow, type TableName } from './built-row.ts';

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
  'careLeaverContact',
  'adoptionMatch',
  'adoptionDecision',
  'adoptionDecisionEnd',
  'consentToPlacement',
  'previousPermanence',
  'missingEpisode',
  'returnFromMissing',
  'socialWorkerEpisode',
  'allocation',
];

/** A file of the return: its table, and its lines. */
export type ReturnFile = { readonly name: string; readonly lines: readonly string[] };

/** A cell that a spreadsheet would take for a formula is none of a return: codes, days and numbers never begin so. */
const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const lineOf = (table: TableName, { cells }: BuiltRow): string => returnFiles[table].map((column) => cell(cells[column] ?? '')).join(',');

/** The return of a year as its CSV files, each child's rows in order: the same record gives the same bytes however it was entered. */
export async function returnSetOf(period: Period, told: AsyncIterable<{ readonly history: History }>): Promise<readonly ReturnFile[]> {
  const lines = new Map<string, string[]>(Object.entries(returnFiles).map(([name, columns]) => [name, [columns.join(',')]]));
  for await (const { history } of told) {
    const rows = Map.groupBy(buildRows(history, period), ({ table }) => table);
    for (const [table, own] of rows) lines.get(table)?.push(...inOrder(own).map((row) => lineOf(table, row)));
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
