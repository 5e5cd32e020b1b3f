import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Obstacle } from './obstacle.ts';
import type { Account } from './programs.ts';

/** The kernel allows a socket's path 103 letters on some systems; the file's own name takes 18 of them. */
const longest = 103 - '/.s.PGSQL.5432.lock'.length;

/** A folder only the server's account can enter: beside the data, or in the temporary folder where that path is too long. */
export function socketFolderFor(folder: string, account: Account | undefined): string {
  const beside = join(folder, 'socket');
  const short = join(tmpdir(), `sightline-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);
  const chosen = Buffer.byteLength(beside) <= longest ? beside : short;
  mkdirSync(chosen, { recursive: true, mode: 0o700 });
  requireOurs(chosen, account);
  if (account) chownSync(chosen, account.uid, account.gid);
  chmodSync(chosen, 0o700);
  return chosen;
}

/** In a temporary folder somebody else may have been first. */
function requireOurs(folder: string, account: Account | undefined): void {
  const found = lstatSync(folder);
  const us = [process.getuid?.(), account?.uid];
  if (!found.isDirectory() || !us.includes(found.uid)) {
    throw new Obstacle(
      `${folder} belongs to somebody else, so the database will not put its socket there. Remove it, or set SIGHTLINE_DATA to a shorter path.`,
    );
  }
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Why nothing can be served at this address, as an Obstacle; what is about something else stays what it is. */
export function whyNotServed(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return new Obstacle(
        `Port ${port} on ${host} is in use by another program. Stop that one, or choose another port: --port ${port + 1}, or --port 0 for any that is free.`,
      );
    case 'EACCES':
      return new Obstacle(`This account may not serve on port ${port}. Choose one above 1023, and put a proxy in front of it.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Obstacle(`This machine has no address ${host} (HOST). Use 127.0.0.1 for this machine only, or 0.0.0.0 for every network.`);
    default:
      return error;
  }
}

/** Says at once that a port is taken, rather than after a database has been made. */
export function requireFree(host: string, port: number): Promise<void> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', (error) => fail(whyNotServed(error, host, port)));
    probe.listen(port, host, () => probe.close(() => done()));
  });
}
