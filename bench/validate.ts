import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { SaxesParser } from 'saxes';
import { censusFile } from '../demo/census-file.ts';
import { returnFiles } from '../demo/return-files.ts';
import { piecesOfCensus, readingsOf } from '../src/returns/cin-census/read-census.ts';
import { median, timed, type Note } from './figures.ts';
import type { Place } from './place.ts';
import { timeOfEnded } from './processor.ts';
import { runProduct } from './product.ts';

const run = promisify(execFile);

const sizes = [10_000, 50_000, 1_000_000] as const;
/** What is to be reached, and how often it is measured. */
const howOf: Readonly<Record<number, { readonly seconds?: number; readonly memory: number; readonly n: number }>> = {
  10_000: { seconds: 1, memory: 400, n: 9 },
  50_000: { seconds: 4, memory: 400, n: 5 },
  1_000_000: { memory: 400, n: 1 },
};
const returned = 20_000;
const years = [2025, 2026] as const;

/** The command as an analyst gives it, from the key to the prompt; what it finds is an error or a query, and its status says so. */
async function check(data: string, ...parameters: readonly string[]) {
  const before = timeOfEnded();
  const product = runProduct(data, 'validate', '--format', 'csv', ...parameters);
  const { ms } = await timed(() => product.ended.catch((error: unknown) => endedWithFindings(error)));
  return { seconds: ms / 1000, peak: product.peak(), time: timeOfEnded() - before };
}

function endedWithFindings(error: unknown): string {
  if (error instanceof Error && / ended with 1:/.test(error.message)) return '';
  throw error;
}

/** The XML parser as a command of its own, from start to end as ours; what was compiled of it is kept from the first run on, as of ours. */
async function parseAsCommand(place: Place, path: string): Promise<number> {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(place.folder, 'parser-alone') };
  const { ms } = await timed(() => run(process.execPath, [join(import.meta.dirname, 'parser-alone.mjs'), path], { env }));
  return ms / 1000;
}

/** The same within this process, which has long begun, and where it has parsed before: no start, and nothing to be compiled. */
async function parseHere(path: string): Promise<number> {
  const { ms } = await timed(async () => {
    const [parser, decoder] = [new SaxesParser(), new TextDecoder()];
    parser.on('opentag', () => {});
    parser.on('text', () => {});
    for await (const bytes of createReadStream(path, { highWaterMark: 1 << 18 })) parser.write(decoder.decode(bytes, { stream: true }));
    parser.close();
  });
  return ms / 1000;
}

function readPiece(bytes: Uint8Array): void {
  for (const { children, after } of readingsOf(bytes, { rows: {}, lines: 0 })) {
    for (const child of children) if (child.rows.length === 0) throw new Error('The generated census has a child of whom it says nothing.');
    if (after() !== undefined) return;
  }
}

/** How long children are read out of the same file, and no rule is asked. */
async function read(path: string): Promise<number> {
  const { ms } = await timed(async () => {
    for await (const piece of piecesOfCensus(createReadStream(path, { highWaterMark: 1 << 18 })))
      if (piece.kind === 'units') readPiece(piece.bytes);
  });
  return ms / 1000;
}

type Times = { readonly seconds: number; readonly peak: number; readonly time: number; readonly command: number; readonly warm: number };

/** Ours and the parser's in turn, so that both have the same machine. */
async function inTurn(place: Place, path: string, times: number): Promise<Times> {
  const all: Times[] = [];
  for (let n = 0; n < times; n += 1) {
    const own = await check(place.data('validate'), path);
    all.push({ ...own, command: await parseAsCommand(place, path), warm: await parseHere(path) });
  }
  const of = (what: keyof Times): number => median(all.map((each) => each[what]));
  return {
    seconds: of('seconds'),
    peak: Math.max(...all.map(({ peak }) => peak)),
    time: of('time'),
    command: of('command'),
    warm: of('warm'),
  };
}

async function measureCensus(place: Place, children: number, note: Note): Promise<number> {
  const path = join(place.folder, `validate-${children}.xml`);
  await pipeline(Readable.from(censusFile({ children })), createWriteStream(path));
  const megabytes = (await stat(path)).size / 1_000_000;
  const name = `census of ${children.toLocaleString('en-GB')}`;
  const { seconds: most, memory, n } = howOf[children] ?? { memory: 400, n: 1 };
  // What is compiled is kept from the first run on.
  await check(place.data('validate'), path);
  await parseAsCommand(place, path);
  const { seconds, peak, time, command, warm } = await inTurn(place, path, n);
  note({ what: `${name}: time`, value: seconds, unit: 's', n, ...(most === undefined ? {} : { target: { most } }) });
  note({ what: `${name}: processor time`, value: time, unit: 's', n });
  note({ what: `${name}: children`, value: children / seconds, unit: 'children/s', n });
  note({ what: `${name}: read`, value: megabytes / seconds, unit: 'MB/s', n });
  note({ what: `${name}: peak memory of the process`, value: peak, unit: 'MB', n, target: { most: memory } });
  note({ what: `${name}: of the processor time, in reading`, value: (100 * (await read(path))) / time, unit: 'in 100', n: 1 });
  note({ what: `${name}: against the XML parser as a command`, value: seconds / command, unit: '×', n, target: { most: 3 } });
  note({ what: `${name}: against the XML parser, warm and without a start`, value: seconds / warm, unit: '×', n, target: { most: 3 } });
  await rm(path);
  return children / seconds;
}

async function measureReturn(place: Place, note: Note): Promise<void> {
  const folder = join(place.folder, 'validate-returns');
  for (const year of years) {
    await mkdir(join(folder, String(year)), { recursive: true });
    for (const { name, content } of returnFiles({ children: returned, year, firstYear: years[0] }))
      await pipeline(Readable.from(content), createWriteStream(join(folder, String(year), name)));
  }
  const [last, now] = years.map((year) => join(folder, String(year)));
  const { seconds, peak, time } = await check(place.data('validate'), now ?? '', '--last', last ?? '', '--year', '2025-26');
  const name = `return of ${returned.toLocaleString('en-GB')} with the year before`;
  note({ what: `${name}: time`, value: seconds, unit: 's', n: 1, target: { most: 3 } });
  note({ what: `${name}: processor time`, value: time, unit: 's', n: 1 });
  note({ what: `${name}: peak memory of the process`, value: peak, unit: 'MB', n: 1 });
  await rm(folder, { recursive: true });
}

/** `validate` over generated files: three sizes of a census, and a looked-after return with last year's. */
export async function measureValidate(place: Place, note: Note): Promise<void> {
  const perSecond: number[] = [];
  for (const children of sizes) perSecond.push(await measureCensus(place, children, note));
  const ratio = (perSecond.at(-1) ?? Number.NaN) / (perSecond.at(-2) ?? Number.NaN);
  note({ what: 'linear: children/s of 1,000,000 against 50,000', value: ratio, unit: '×', n: 1, target: { least: 0.8 } });
  await measureReturn(place, note);
}
