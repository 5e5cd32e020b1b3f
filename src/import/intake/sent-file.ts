import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ownFolder } from './own-folder.ts';

/** A file on this machine's disk, with its SHA-256 in hexadecimal and its size in bytes. */
export type SentFile = {
  readonly path: string;
  readonly name: string;
  /** What its sender calls its folder. Absent: it was sent without one, and that in which it is set aside says nothing. */
  readonly folder?: string;
  readonly hash: string;
  readonly bytes: number;
};

/** @returns the file with its hash; undefined: there is no such file */
export async function sentFileAt(path: string): Promise<SentFile | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) return undefined;
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes);
  return { path, name: basename(path), folder: basename(dirname(resolve(path))), hash: hash.digest('hex'), bytes: found.size };
}

export const bytesOf = ({ path }: SentFile): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: 262_144 });

/** The first bytes of a file: enough to see what it begins with. */
export async function beginningOf({ path }: Pick<SentFile, 'path'>): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4_096), 0, 4_096, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

export type Received = { readonly files: readonly SentFile[]; readonly remove: () => Promise<void> };

/** Takes in what is being sent, readable by this account only, so that a slow sender holds no import up. */
export async function receive(sent: AsyncIterable<{ readonly file: Readable; readonly name: string }>): Promise<Received> {
  const folder = await ownFolder();
  const remove = () => rm(folder, { recursive: true, force: true });
  const files: SentFile[] = [];
  try {
    for await (const { file, name } of sent) files.push(await written(file, join(folder, String(files.length)), basename(name)));
  } catch (error) {
    await remove();
    throw error;
  }
  return { files, remove };
}

async function written(file: Readable, path: string, name: string): Promise<SentFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  file.on('data', (some: Buffer) => {
    hash.update(some);
    bytes += some.length;
  });
  await pipeline(file, createWriteStream(path, { mode: 0o600 }));
  return { path, name, bytes, hash: hash.digest('hex') };
}
