import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { returnFiles } from '../demo/return-files.ts';
import { timed, type Note } from './figures.ts';
import type { Place } from './place.ts';
import { runProduct } from './product.ts';
import { prepared } from './start-up.ts';

const children = 20_000;
const years = [2025, 2026] as const;

async function write(place: Place): Promise<string> {
  const folder = join(place.folder, 'returns');
  for (const year of years) {
    await mkdir(join(folder, String(year)), { recursive: true });
    for (const { name, content } of returnFiles({ children, year, firstYear: years[0] }))
      await pipeline(Readable.from(content), createWriteStream(join(folder, String(year), name)));
  }
  return folder;
}

/** Two consecutive looked-after returns into a database that holds the demonstration, and then once more. */
export async function measureReturnImport(place: Place, note: Note): Promise<void> {
  const { folder } = await prepared(place);
  const returns = await write(place);
  const data = await place.copy(folder, 'import-returns');
  const name = `two returns of ${children.toLocaleString('en-GB')}`;
  const take = async (expected: RegExp) => {
    const product = runProduct(data, 'import', returns);
    const { ms, value: said } = await timed(() => product.ended);
    if (!expected.test(said)) throw new Error(`The import said something else than ${String(expected)}:\n${said}`);
    return { seconds: ms / 1000, peak: product.peak() };
  };
  const first = await take(/2025: 20000 children, [1-9]\d* entries, 0 corrections, .*\n.*2026: 20000 children, [1-9]\d* entries/);
  note({ what: `${name}: time`, value: first.seconds, unit: 's', n: 1, target: { most: 120 } });
  note({ what: `${name}: peak memory of the process`, value: first.peak, unit: 'MB', n: 1, target: { most: 700 } });
  const again = await take(/2025: 20000 children, 0 entries, 0 corrections, .*\n.*2026: 20000 children, 0 entries, 0 corrections/);
  note({ what: `${name} once more, nothing changed: time`, value: again.seconds, unit: 's', n: 1 });
  await Promise.all([rm(data, { recursive: true }), rm(returns, { recursive: true })]);
}
