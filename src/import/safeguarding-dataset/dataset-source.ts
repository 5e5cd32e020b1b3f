import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { AnyStep } from '../../kernel/step/step.ts';
import type { Source, SourceChild, SourceEvent } from '../intake/import-run.ts';
import { rawOf, sizeOf, type ReturnRow } from '../ssda903/return-row.ts';
import { stage } from '../ssda903/staging.ts';
import { tooMuch } from '../intake/problem.ts';
import { problemAt } from '../ssda903/return-row.ts';
import { readDatasetCsv, type DatasetCsvFile } from './dataset-csv.ts';
import { statementsOf } from './drafts.ts';
import { ownersIn, type Owners } from './owners.ts';

export type DatasetOptions = { readonly files: readonly DatasetCsvFile[]; readonly steps: readonly AnyStep[]; readonly today: LocalDate };

/** An extract of the Standard Safeguarding Dataset: a CSV file for each of its tables, as a council takes it along from its present supplier. */
export function datasetSource({ files, steps, today }: DatasetOptions): Source {
  const read = { bytes: 0 };
  const named = new Map(steps.map((step) => [step.name, step]));
  return {
    kind: 'ssd',
    columns: { id: 'pers_person_id', upn: 'link_identifier_value' },
    events: eventsOf(files, named, today, read),
    bytes: () => read.bytes,
    citationOf: (run) => ({ kind: 'ssd', run, details: [today] }),
  };
}

async function* eventsOf(
  files: readonly DatasetCsvFile[],
  steps: ReadonlyMap<string, AnyStep>,
  today: LocalDate,
  read: { bytes: number },
): AsyncGenerator<SourceEvent> {
  yield { kind: 'header', header: { referenceDate: today } };
  const owners = await ownersIn(files);
  const staging = await stage(files.reduce((sum, { bytes }) => sum + bytes, 0));
  try {
    for (const file of files) {
      for await (const event of readDatasetCsv(file)) {
        if (event.kind !== 'row') {
          yield event;
          continue;
        }
        const problem = gather(event.row, owners, staging.add);
        if (problem !== undefined) yield problem;
        await staging.settle();
      }
      read.bytes += file.bytes;
    }
    for await (const { child, rows, over } of staging.children())
      if (over === undefined) yield { kind: 'child', ...datasetChild(child, rows, steps) };
      else
        yield {
          kind: 'refusedChild',
          problem: problemAt(over.row, 'refused', 'pers_person_id', tooMuch(over.of, `Look in ${over.row.file}`)),
        };
  } finally {
    await staging.remove();
  }
}

/** What the rows of one child state. */
export const datasetChild = (child: string, rows: readonly ReturnRow[], steps: ReadonlyMap<string, AnyStep>): SourceChild => ({
  read: statementsOf(child, rows, { steps }),
  raw: () => rows.map(rawOf).join('\n'),
  keep: () => ({ dataset: rows }),
  size: sizeOf(rows),
});

/** Tables that are of nobody in particular. */
const ofNobody: ReadonlySet<string> = new Set(['ssd_professionals', 'ssd_department', 'ssd_version_log', 'ssd_api_data_staging']);

function gather(row: ReturnRow, owners: Owners, add: (child: string, row: ReturnRow) => void): SourceEvent | undefined {
  if (ofNobody.has(row.table)) return undefined;
  const child = owners.of(row);
  if (child === undefined) {
    const reason = 'the row does not say of which person it is, nor of what that another table knows; nothing of it is taken';
    return { kind: 'problem', problem: problemAt(row, 'refused', row.table, reason) };
  }
  add(child, owners.whole(row));
  return undefined;
}
