import { createHash } from 'node:crypto';
import { mkdtemp, open, readFile, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReturnChild, ReturnRow } from './return-row.ts';

/** Rows of many files brought together by child, in constant memory: each child's rows lie in one of many small files. */
export type Staging = {
  readonly add: (child: string, row: ReturnRow) => void;
  /** Writes what has been gathered, if it is much. To be awaited now and then. */
  readonly settle: () => Promise<void>;
  /** Each child once, with all its rows; children in the order in which they were first added, within each small file. */
  readonly children: () => AsyncGenerator<ReturnChild, void, undefined>;
  /** How much of what was staged has been given back: 0 to 1. */
  readonly done: () => number;
  readonly remove: () => Promise<void>;
};

const bytesEach = 4_000_000;
const mostParts = 256;
const buffered = 65_536;

type Part = { text: string; handle: FileHandle | undefined; readonly path: string };

/** Kept in a folder that only this account can read, and removed at the end. `bytes`: about how much will be staged. */
export async function stage(bytes: number): Promise<Staging> {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-staging-'));
  const count = Math.min(mostParts, Math.max(1, Math.ceil(bytes / bytesEach)));
  const parts: readonly Part[] = Array.from({ length: count }, (_, n) => ({ text: '', handle: undefined, path: join(folder, `${n}`) }));
  let given = 0;
  const write = async (part: Part): Promise<void> => {
    part.handle ??= await open(part.path, 'a', 0o600);
    const { text } = part;
    part.text = '';
    await part.handle.appendFile(text);
  };
  return {
    add(child, row) {
      const part = parts[partOf(child, count)];
      if (part !== undefined) part.text += `${JSON.stringify([child, row])}\n`;
    },
    async settle() {
      for (const part of parts) if (part.text.length > buffered) await write(part);
    },
    async *children() {
      for (const part of parts) {
        if (part.text !== '') await write(part);
        await part.handle?.close();
        if (part.handle !== undefined) yield* await childrenIn(part.path);
        part.handle = undefined;
        given += 1;
      }
    },
    done: () => given / count,
    async remove() {
      for (const part of parts) await part.handle?.close().catch(() => {});
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Spread evenly, and not by anything that a file could be made to crowd. */
const partOf = (child: string, count: number): number => createHash('sha1').update(child).digest().readUInt32BE(0) % count;

async function childrenIn(path: string): Promise<Iterable<ReturnChild>> {
  const rowsOf = new Map<string, ReturnRow[]>();
  for (const line of (await readFile(path, 'utf8')).split('\n')) {
    if (line === '') continue;
    const [child, row] = staged(line);
    const rows = rowsOf.get(child);
    if (rows === undefined) rowsOf.set(child, [row]);
    else rows.push(row);
  }
  return [...rowsOf].map(([child, rows]) => ({ child, rows }));
}

/** What this file wrote itself. */
const staged = (line: string): readonly [string, ReturnRow] => JSON.parse(line);
