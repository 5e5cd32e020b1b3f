import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { censusFile } from '../demo/census-file.ts';
import { timed, type Note } from './figures.ts';
import { withDatabase, type Place } from './place.ts';
import { serverTime } from './processor.ts';
import { runProduct } from './product.ts';
import { prepared } from './start-up.ts';

const sizes = [1_000, 10_000, 50_000] as const;

type Taken = { readonly seconds: number; readonly peak: number; readonly program: number; readonly server: number };

/** The command as an operator gives it, from the key to the prompt. The server is held up beside it, so that its processor time can be read. */
async function take(data: string, file: string, expected: RegExp): Promise<Taken> {
  return withDatabase(data, async () => {
    const before = serverTime(data);
    const product = runProduct(data, 'import', file);
    const { ms, value: said } = await timed(() => product.ended);
    if (!expected.test(said)) throw new Error(`The import said something else than ${String(expected)}:\n${said}`);
    return { seconds: ms / 1000, peak: product.peak(), program: product.time(), server: serverTime(data) - before };
  });
}

async function write(place: Place, children: number): Promise<string> {
  const path = join(place.folder, `census-${children}.xml`);
  await pipeline(Readable.from(censusFile({ children })), createWriteStream(path));
  return path;
}

/** Each file into a database that holds the demonstration, and then once more. */
export async function measureImport(place: Place, note: Note): Promise<void> {
  const { folder } = await prepared(place);
  const perSecond: number[] = [];
  for (const children of sizes) {
    const name = `census of ${children.toLocaleString('en-GB')}`;
    const isLargest = children === sizes.at(-1);
    const file = await write(place, children);
    const data = await place.copy(folder, `import-${children}`);
    const first = await take(data, file, new RegExp(`: ${children} children, [1-9]\\d* entries, 0 corrections, 0 unchanged; 0 not taken`));
    perSecond.push(children / first.seconds);
    note({ what: `${name}: time`, value: first.seconds, unit: 's', n: 1, ...(isLargest ? { target: { most: 120 } } : {}) });
    note({ what: `${name}: children`, value: children / first.seconds, unit: 'children/s', n: 1 });
    note({
      what: `${name}: peak memory of the process`,
      value: first.peak,
      unit: 'MB',
      n: 1,
      ...(isLargest ? { target: { most: 700 } } : {}),
    });
    note({ what: `${name}: processor time of the program`, value: first.program, unit: 's', n: 1 });
    note({ what: `${name}: processor time of PostgreSQL`, value: first.server, unit: 's', n: 1 });
    const again = await take(data, file, new RegExp(`: ${children} children, 0 entries, 0 corrections, [1-9]\\d* unchanged`));
    note({ what: `${name} once more, nothing changed: time`, value: again.seconds, unit: 's', n: 1 });
    await Promise.all([rm(data, { recursive: true }), rm(file)]);
  }
  const ratio = (perSecond.at(-1) ?? Number.NaN) / (perSecond.at(-2) ?? Number.NaN);
  note({ what: 'linear: children/s of 50,000 against 10,000', value: ratio, unit: '×', n: 1, target: { least: 0.8 } });
}
