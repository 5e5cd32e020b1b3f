import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { AnyStep } from '../../kernel/step/step.ts';
import { returnYearOf } from '../../practice/pathway.ts';
import type { Source, SourceEvent } from '../intake/import-run.ts';
import { readReturnSet, type ReturnFile, type SetEvent } from './return-set.ts';
import { rawOf, sizeOf, type ReturnChild } from './return-row.ts';
import { readingsOf } from './return-steps.ts';
import { statementsOf, type Return } from './statements.ts';
import { tableNamed } from './tables.ts';

export type ReturnOptions = {
  readonly files: readonly ReturnFile[];
  readonly isXml: boolean;
  readonly steps: readonly AnyStep[];
  /** The collection year, which ends on 31 March of it. */
  readonly year?: number;
  readonly today: LocalDate;
};

const noYear = 'Neither the name of the file nor that of its folder says which year the return is for. Say it, for example --year 2026.';
const [earliest, latest] = [2010, 2049];

/** A looked-after return (SSDA903), as CSV files or as XML. */
export function returnSource({ files, isXml, steps, year, today }: ReturnOptions): Source {
  const set = readReturnSet(files, isXml);
  return {
    kind: 'ssda903',
    columns: { id: 'CHILD', upn: 'UPN' },
    bytes: set.bytes,
    events:
      year === undefined || year < earliest || year > latest
        ? unread(year === undefined ? noYear : `${year} is no year of this return. Say for example --year 2026.`)
        : eventsOf(set.events, { year, today, readings: readingsOf(steps), tables: new Set(), remarked: new Set() }),
    citationOf: (run, header, child) => ({
      kind: 'ssda903',
      run,
      details: [header?.year ?? '', child, ...(header?.tables === undefined ? [] : [`of ${header.tables}`])],
      isLater: ({ source }) => (returnYearOf(source) ?? 0) > Number(header?.year),
    }),
  };
}

async function* unread(message: string): AsyncGenerator<SourceEvent> {
  yield { kind: 'stopped', line: 1, message };
}

async function* eventsOf(events: AsyncIterable<SetEvent>, empty: Return): AsyncGenerator<SourceEvent> {
  let of = empty;
  for await (const event of events) {
    if (event.kind === 'begun') {
      of = { ...empty, tables: event.tables };
      yield { kind: 'header', header: { year: String(of.year), tables: [...of.tables].sort().join('+') } };
      yield* tooEarly(of);
    } else if (event.kind === 'child')
      yield {
        kind: 'child',
        read: statementsOf(event.child, of, event.problems),
        raw: () => rawRows(event.child),
        keep: () => ({ rows: event.child.rows, tables: [...of.tables] }),
        size: sizeOf(event.child.rows),
      };
    else yield event;
  }
}

function* tooEarly({ tables, year }: Return): Generator<SourceEvent> {
  const says = (field: string, reason: string): SourceEvent => ({
    kind: 'problem',
    problem: { kind: 'note', line: 1, child: '', field, value: '', reason, raw: '' },
  });
  if (!tables.has('header'))
    yield says('header', 'the return comes without the table header: only children already on record can be added to');
  for (const name of tables) {
    const since = tableNamed(name)?.since ?? 0;
    if (since > year && tables.size < 12) yield says(name, `the table ${name} is of returns from ${since}; it is taken`);
  }
}

const rawRows = ({ rows }: ReturnChild): string => rows.map(rawOf).join('\n');
