import { finished } from 'node:stream/promises';
import { parse, type CsvError, type Parser } from 'csv-parse';
import type { Problem } from '../intake/problem.ts';
import type { Stopped } from '../intake/import-run.ts';
import { columnNamed, longestRow, mostColumns, notText, returnCsv } from '../../reading/looked-after-files.ts';
import { decode, notUtf8, wrongStart } from '../../reading/utf8.ts';
import { tableOf, type ReturnTable } from './tables.ts';
import { problemAt, rowOf, type ReturnRow } from './return-row.ts';

export type CsvEvent =
  /** Before any row: which table it is. */
  | { readonly kind: 'table'; readonly table: ReturnTable }
  | { readonly kind: 'row'; readonly row: ReturnRow }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | ({ readonly kind: 'stopped' } & Stopped);

type Parsed = { readonly record: readonly string[]; readonly line: number } | { readonly error: CsvError };

/**
 * Reads one CSV file of a return as it arrives, in constant memory: what each part of it gives. Expected faults are events, never thrown; after
 * `stopped` nothing follows.
 */
export async function* readReturnCsv(
  source: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<readonly CsvEvent[], void, undefined> {
  const reader = new Reader(file);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  for await (const bytes of source) {
    const refusal = first ? wrongStart(bytes) : undefined;
    first = false;
    const { text, invalid } = refusal === undefined ? decode(decoder, bytes) : { text: '', invalid: false };
    const nul = text.indexOf('\u0000');
    const events = await reader.take(nul < 0 ? text : text.slice(0, nul));
    const why = refusal ?? (nul >= 0 ? notText : invalid ? notUtf8 : undefined);
    yield why === undefined || reader.stopped ? events : [...events, ...(await reader.end()), reader.stop(why)];
    if (why !== undefined || reader.stopped) return;
  }
  yield await reader.end();
  if (!reader.stopped && !reader.begun) yield [reader.stop('The file is empty.')];
}

const csvWords = ({ code }: CsvError): string => {
  if (code === 'CSV_MAX_RECORD_SIZE')
    return `the row has more than ${longestRow.toLocaleString('en-GB')} characters: a quotation mark may not be closed; it is not taken`;
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quotation mark is not closed before the end of the file; what follows it is not taken';
  return 'a quotation mark stands where none can, so that the fields cannot be told apart; the row is not taken';
};

class Reader {
  stopped = false;
  private readonly file: string;
  private readonly parser: Parser;
  private columns: Columns | undefined;
  private parsed: Parsed[] = [];
  private line = 1;

  constructor(file: string) {
    this.file = file;
    this.parser = parse({
      ...returnCsv,
      on_record: (record: readonly string[], { lines }) => {
        this.parsed.push({ record, line: lines });
        return null;
      },
    });
    this.parser.on('skip', (error: CsvError) => this.parsed.push({ error }));
    this.parser.resume();
  }

  get begun(): boolean {
    return this.columns !== undefined;
  }

  async take(text: string): Promise<readonly CsvEvent[]> {
    await new Promise<void>((resolve, reject) => this.parser.write(text, (error) => (error == null ? resolve() : reject(error))));
    return this.events();
  }

  async end(): Promise<readonly CsvEvent[]> {
    await finished(this.parser.end());
    return this.events();
  }

  stop(message: string): CsvEvent {
    this.stopped = true;
    return { kind: 'stopped', file: this.file, line: this.line, message };
  }

  private events(): readonly CsvEvent[] {
    const parsed = this.parsed;
    this.parsed = [];
    const events: CsvEvent[] = [];
    for (const one of parsed) if (!this.stopped) events.push(...this.eventsOf(one));
    return events;
  }

  private eventsOf(one: Parsed): readonly CsvEvent[] {
    if ('error' in one) return [this.broken(one.error)];
    this.line = one.line;
    if (this.columns !== undefined) return rowsOf(this.columns, one.record, this.file, one.line);
    const begun = begin(one.record, this.file);
    if ('message' in begun) return [this.stop(begun.message)];
    this.columns = begun;
    return [{ kind: 'table', table: begun.table }, ...begun.problems.map((problem): CsvEvent => ({ kind: 'problem', problem }))];
  }

  private broken(error: CsvError): CsvEvent {
    const { lines } = error;
    const line = typeof lines === 'number' ? lines : this.line;
    const reason = csvWords(error);
    return { kind: 'problem', problem: { kind: 'refused', file: this.file, line, child: '', field: 'row', value: '', reason, raw: '' } };
  }
}

type Columns = {
  readonly table: ReturnTable;
  readonly names: readonly (string | undefined)[];
  readonly width: number;
  readonly problems: readonly Problem[];
};

function begin(written: readonly string[], file: string): Columns | { readonly message: string } {
  if (written.length > mostColumns) return { message: `The first line has ${written.length.toLocaleString('en-GB')} columns.` };
  if (written.length === 1 && /[;\t|]/.test(written[0] ?? ''))
    return { message: 'The columns are not separated by commas. Save the file as CSV with commas and load it again.' };
  const found = tableOf(written);
  if (found.kind === 'none') return { message: `This is no table of the SSDA903 return: ${found.message}.` };
  const { table, absent } = found;
  const twice = written.filter((name, at) => written.findIndex((other) => columnNamed(other) === columnNamed(name)) !== at && name !== '');
  const says = (kind: Problem['kind'], field: string, reason: string): Problem => ({
    kind,
    file,
    line: 1,
    child: '',
    field,
    value: '',
    reason,
    raw: '',
  });
  return {
    table,
    width: written.length,
    names: written.map((name, at) =>
      twice.includes(name) && written.findIndex((other) => columnNamed(other) === columnNamed(name)) !== at ? undefined : columnNamed(name),
    ),
    problems: [
      ...twice.map((name) => says('refused', name, `the column is given twice; the first is read`)),
      ...absent.map((name) => says('note', name, `the table ${table.name} comes without this column`)),
    ],
  };
}

function rowsOf({ table, names, width }: Columns, record: readonly string[], file: string, line: number): readonly CsvEvent[] {
  if (record.every((value) => value === '')) return [];
  const given = record.flatMap((value, at): (readonly [string, string])[] => {
    const name = names[at];
    return name === undefined || name === '' ? [] : [[name, value]];
  });
  const row = rowOf({ table: table.name, file, line }, given);
  if (record.length === width) return [{ kind: 'row', row }];
  const reason = `the row has ${record.length} fields, the first line ${width}: which is which cannot be told`;
  return [{ kind: 'problem', problem: { ...problemAt(row, 'refused', table.name, reason), value: String(record.length) } }];
}
