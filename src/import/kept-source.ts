import { dayInEngland, type LocalDate } from '../kernel/calendar/dates.ts';
import type { AnyStep } from '../kernel/step/step.ts';
import type { StoredRows } from '../record/kept-rows.ts';
import { rawOf } from './cin-census/census-problem.ts';
import { readingsOf as censusReadings } from './cin-census/census-steps.ts';
import { censusSource } from './cin-census/import-census.ts';
import { statementsOf as censusStatements } from './cin-census/statements.ts';
import type { Source, SourceChild, SourceEvent, SourceHeader } from './intake/import-run.ts';
import { sizeOf, type XmlElement } from '../reading/xml-units.ts';
import { datasetChild, datasetSource } from './safeguarding-dataset/dataset-source.ts';
import { rawOf as rawRow, sizeOf as sizeOfRows, type ReturnRow } from './ssda903/return-row.ts';
import { returnSource } from './ssda903/return-source.ts';
import { readingsOf as returnReadings } from './ssda903/return-steps.ts';
import { statementsOf as returnStatements, type Return } from './ssda903/statements.ts';

/** What a reader of files kept of one child. */
export type KeptReturn = { readonly header: SourceHeader; readonly rows: readonly ReturnRow[]; readonly tables: readonly string[] };
export type KeptCensus = { readonly header: SourceHeader; readonly element: XmlElement };

/** With what rows are read again; an importer has it. */
type Rereading = { readonly steps: readonly AnyStep[]; readonly today?: LocalDate };

/** What this program wrote itself, of its own kind. */
export const isKeptReturn = (source: unknown): source is KeptReturn => typeof source === 'object' && source !== null && 'rows' in source;
export type KeptDataset = { readonly header: SourceHeader; readonly dataset: readonly ReturnRow[] };
export const isKeptDataset = (source: unknown): source is KeptDataset =>
  typeof source === 'object' && source !== null && 'dataset' in source;
export const isKeptCensus = (source: unknown): source is KeptCensus => typeof source === 'object' && source !== null && 'element' in source;

async function* nothing(): AsyncGenerator<never> {}

type Several = Iterable<StoredRows> | AsyncIterable<StoredRows>;

/** Rows that were kept, read again as if their file had been given again. All must have been kept by one run, as the first of them. */
export function keptSource(first: StoredRows, rereading: Rereading, kept: Several = [first]): Source {
  const { steps, today = dayInEngland(new Date()) } = rereading;
  const source = isKeptReturn(first.source)
    ? returnSource({ files: [], isXml: false, steps, today, year: Number(first.source.header.year) })
    : isKeptDataset(first.source)
      ? datasetSource({ files: [], steps, today })
      : censusSource(nothing(), steps);
  return { ...source, bytes: () => 0, events: eventsOf(first, kept, rereading) };
}

async function* eventsOf(first: StoredRows, kept: Several, rereading: Rereading): AsyncGenerator<SourceEvent> {
  if (isKeptReturn(first.source) || isKeptCensus(first.source) || isKeptDataset(first.source))
    yield { kind: 'header', header: first.source.header };
  for await (const one of kept) {
    const child = childOf(one, rereading);
    if (child !== undefined) yield { kind: 'child', ...child };
  }
}

/** What the kept rows of one child state. */
export function childOf({ child, source }: StoredRows, { steps, today = dayInEngland(new Date()) }: Rereading): SourceChild | undefined {
  if (isKeptCensus(source)) {
    const { element } = source;
    const read = censusStatements(element, censusReadings(steps));
    return { read, raw: () => rawOf(element), keep: () => ({ element }), size: sizeOf(element) };
  }
  if (isKeptDataset(source)) return datasetChild(child, source.dataset, new Map(steps.map((step) => [step.name, step])));
  if (!isKeptReturn(source)) return undefined;
  const { rows, tables, header } = source;
  const of: Return = { year: Number(header.year), today, readings: returnReadings(steps), tables: new Set(tables), remarked: new Set() };
  const read = returnStatements({ child, rows }, of);
  return { read, raw: () => rows.map(rawRow).join('\n'), keep: () => ({ rows, tables }), size: sizeOfRows(rows) };
}
