import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ownFolder } from '../intake/own-folder.ts';
import { mostOfAChild } from '../../reading/limits.ts';
import { sizeOf, type ReturnChild, type ReturnRow } from './return-row.ts';

/** A child with its rows; of one with more than a child can have, only the row with which it became too much. */
export type StagedChild = ReturnChild & { readonly over?: { readonly of: 'rows' | 'characters'; readonly row: ReturnRow } };

/** Rows of many files brought together by child, in constant memory: each child's rows lie in one of many small files. */
export type Staging = {
  readonly add: (child: string, row: ReturnRow) => void;
  /** Writes what has been gathered, if it is much. To be awaited now and then. */
  readonly settle: () => Promise<void>;
  /** Each child once, with all its rows; children in the order in which they were first added, within each small file. */
  readonly children: () => AsyncGenerator<StagedChild, void, undefined>;
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
  const folder = await ownFolder();
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
      if (part !== undefined) part.text += `${onOneLine(JSON.stringify([child, row]))}\n`;
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

/** Two signs that end a line for those who read lines, and are nothing of the kind in JSON. */
const onOneLine = (json: string): string => json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** Spread evenly, and not by anything that a file could be made to crowd. */
const partOf = (child: string, count: number): number => createHash('sha1').update(child).digest().readUInt32BE(0) % count;

type Gathered = { rows: ReturnRow[]; characters: number; over?: NonNullable<StagedChild['over']> };

/** Line by line: one child may fill a small file that is not small. */
async function childrenIn(path: string): Promise<Iterable<StagedChild>> {
  const gathered = new Map<string, Gathered>();
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    if (line === '') continue;
    const [child, row] = staged(line);
    const known = gathered.get(child) ?? { rows: [], characters: 0 };
    gathered.set(child, known);
    gather(known, row);
  }
  return [...gathered].map(([child, { rows, over }]) => ({ child, rows, ...(over === undefined ? {} : { over }) }));
}

function gather(known: Gathered, row: ReturnRow): void {
  if (known.over !== undefined) return;
  known.rows.push(row);
  known.characters += sizeOf([row]);
  const of = known.rows.length > mostOfAChild.rows ? 'rows' : known.characters > mostOfAChild.characters ? 'characters' : undefined;
  if (of === undefined) return;
  known.over = { of, row };
  known.rows = [];
}

/** What this file wrote itself. */
const staged = (line: string): readonly [string, ReturnRow] => JSON.parse(line);
