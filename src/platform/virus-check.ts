import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { delimiter, join } from 'node:path';
import type { Writable } from 'node:stream';

/** `unchecked`: nothing here checks, or it could not. */
export type Verdict = { readonly kind: 'clean' | 'unchecked' } | { readonly kind: 'found'; readonly what: string };

/** One file on its way through the check. */
export type Checking = {
  readonly write: (bytes: Buffer) => Promise<void>;
  /** The whole file has been written. */
  readonly end: () => Promise<Verdict>;
  /** The file did not come to its end. */
  readonly stop: () => void;
};

export type VirusCheck = { readonly begin: () => Checking };

const unchecked: Checking = { write: async () => {}, end: async () => ({ kind: 'unchecked' }), stop: () => {} };
export const noVirusCheck: VirusCheck = { begin: () => unchecked };

/** Where ClamAV's daemon listens on the usual systems. */
const usualSockets = ['/run/clamav/clamd.ctl', '/var/run/clamav/clamd.ctl', '/run/clamd.scan/clamd.sock', '/tmp/clamd.socket'];
const patience = 60_000;

/** Waits while the other side cannot take more; a side that has gone takes everything and says nothing. */
const writeTo = (to: Writable, bytes: Buffer): Promise<void> =>
  new Promise((done) => {
    if (to.destroyed || !to.writable || to.write(bytes)) return void done();
    const go = (): void => {
      to.off('drain', go).off('close', go);
      done();
    };
    to.once('drain', go).once('close', go);
  });

/** Clamd's own protocol: each piece after its length, a piece of no length at the end, one line as the answer. */
function checkByDaemon(address: string): Checking {
  const [host, port] = address.startsWith('/') ? [] : address.split(':');
  const socket: Socket = port === undefined ? connect(address) : connect(Number(port), host);
  const verdict = answerOf(socket).then(inWords);
  socket.setTimeout(patience, () => socket.destroy());
  socket.on('error', () => {});
  const length = (bytes: number): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(bytes);
    return head;
  };
  socket.write('zINSTREAM\0');
  return {
    write: (bytes) => (bytes.length === 0 ? Promise.resolve() : writeTo(socket, Buffer.concat([length(bytes.length), bytes]))),
    end: async () => {
      await writeTo(socket, length(0));
      return verdict;
    },
    stop: () => void socket.destroy(),
  };
}

const answerOf = (socket: Socket): Promise<string> =>
  new Promise((done) => {
    let said = '';
    socket.on('data', (bytes: Buffer) => (said += String(bytes)));
    socket.once('close', () => done(said));
  });

/** "stream: OK", "stream: Eicar-Test-Signature FOUND", or why it could not be checked. */
function inWords(said: string): Verdict {
  const [, what] = /stream: (.+) FOUND/.exec(said) ?? [];
  if (what !== undefined) return { kind: 'found', what };
  return { kind: /stream: OK/.test(said) ? 'clean' : 'unchecked' };
}

/** The program reads its database anew for each file, which takes seconds: better than nothing. */
function checkByProgram(program: string): Checking {
  const child = spawn(program, ['--no-summary', '--stdout', '-'], { stdio: ['pipe', 'pipe', 'ignore'] });
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => (said += String(bytes)));
  child.stdin.on('error', () => {});
  const ended = new Promise<number | null>((done) => child.once('error', () => done(null)).once('close', done));
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  const verdict = ended.then((status): Verdict => {
    clearTimeout(timer);
    const [, what] = /: (.+) FOUND/.exec(said) ?? [];
    if (status === 1) return { kind: 'found', what: what ?? 'a virus' };
    return { kind: status === 0 ? 'clean' : 'unchecked' };
  });
  return {
    write: (bytes) => writeTo(child.stdin, bytes),
    end: () => {
      child.stdin.end();
      return verdict;
    },
    stop: () => void child.kill('SIGKILL'),
  };
}

const onPath = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

/**
 * ClamAV, where it is installed. `setting`: the daemon's socket or host:port; `off`; absent: the usual sockets, then the program `clamscan`. It is looked for
 * at every file, so that a daemon that is started later counts at once.
 */
export const createVirusCheck = (setting?: string): VirusCheck => ({
  begin: () => {
    if (setting === 'off') return unchecked;
    const address = setting ?? usualSockets.find((file) => existsSync(file));
    if (address !== undefined) return checkByDaemon(address);
    const program = onPath('clamscan');
    return program === undefined ? unchecked : checkByProgram(program);
  },
});
