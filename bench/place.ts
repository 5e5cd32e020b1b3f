import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { identify } from '../bin/processes.mjs';
import { openDatabase, type Database } from '../src/platform/database.ts';
import { startEmbedded } from '../src/platform/embedded.ts';
import { stopPostmaster } from '../src/platform/postmaster.ts';
import { leftBehind } from '../test/left-behind.ts';

const run = promisify(execFile);
const mark = 'sightline-bench-';

/** A folder of this run alone, with the data folders of its parts; all of it is removed at the end. */
export type Place = {
  readonly folder: string;
  readonly data: (name: string) => string;
  /** A data folder as another one is, both at rest. */
  readonly copy: (from: string, to: string) => Promise<string>;
  readonly remove: () => Promise<void>;
};

async function discard(folder: string): Promise<void> {
  for (const name of readdirSync(folder)) await stopPostmaster(join(folder, name, 'data')).catch(() => {});
  rmSync(folder, { recursive: true, force: true });
}

export async function takePlace(): Promise<Place> {
  for (const killed of leftBehind(mark)) await discard(killed);
  const folder = mkdtempSync(join(tmpdir(), `${mark}${identify(process.pid).replace(':', '-')}-`));
  chmodSync(folder, 0o711);
  const data = (name: string): string => join(folder, name);
  return {
    folder,
    data,
    async copy(from, to) {
      mkdirSync(data(to), { mode: 0o711 });
      await run('cp', ['-a', `${from}/.`, data(to)]);
      return data(to);
    },
    remove: () => discard(folder),
  };
}

/** The database of a data folder, by both sign-ins, while `work` goes on. */
export async function withDatabase<T>(
  folder: string,
  work: (database: { readonly app: Database; readonly owner: Database; readonly appUrl: string; readonly ownerUrl: string }) => Promise<T>,
  name = 'sightline',
): Promise<T> {
  const server = await startEmbedded({ folder });
  const [appUrl, ownerUrl] = [server.appUrl(name), server.ownerUrlOf(name)];
  const [app, owner] = [openDatabase(appUrl, { max: 12 }), openDatabase(ownerUrl, { max: 4 })];
  try {
    return await work({ app, owner, appUrl, ownerUrl });
  } finally {
    await Promise.all([app.end(), owner.end()]);
    await server.stop();
  }
}
