import { setTimeout as pause } from 'node:timers/promises';
import { demonstrationAuthority } from '../demo/authority.ts';
import { webPartsOf } from '../src/commands/web-parts.ts';
import { openDatabase, type Database } from '../src/platform/database.ts';
import { startEmbedded } from '../src/platform/embedded.ts';
import { createServer } from '../src/web/server.ts';
import { timed } from './figures.ts';
import { inCopy } from './large.ts';
import { runProduct, served } from './product.ts';
import { openChild, signIn, type Cast } from './signed-in.ts';
import { again, recording, type Transaction } from './statements.ts';
import { csrfOn, expectStatus, type Visitor } from './visitor.ts';

/** One data folder with the product serving it, those who look at it, and a connection of our own for the bare SQL. */
export type Stage = {
  readonly cast: Cast;
  readonly manager: Visitor;
  readonly head: Visitor;
  /** What the server asks of the database for a page, as the manager or the head of service. */
  readonly statementsOf: (path: string, who: 'manager' | 'head') => Promise<readonly Transaction[]>;
  /** How long the bare SQL takes, in milliseconds. */
  readonly bare: (made: readonly Transaction[]) => Promise<number>;
  readonly close: () => Promise<void>;
};

const cookieOf = (token: string): { readonly cookie: string } => ({ cookie: `sightline=${token}` });

/** The same pages within this process, upon a database that writes down what it is asked. */
async function statementsWithin(app: Database, path: string, member: string, child: string): Promise<readonly Transaction[]> {
  const { database, made } = recording(app);
  const parts = await webPartsOf(database, true, { subscribe: () => () => {} });
  const server = await createServer(parts);
  const token = await parts.members.signIn(demonstrationAuthority.authority, member);
  const asked = await server.inject({ url: `/children/${child}`, headers: cookieOf(token) });
  if (path.startsWith('/children/')) {
    const payload = String(new URLSearchParams({ _csrf: csrfOn(asked.body), reason: 'I supervise or manage the work' }));
    const headers = { ...cookieOf(token), 'content-type': 'application/x-www-form-urlencoded' };
    await server.inject({ method: 'POST', url: `/children/${child}/open`, headers, payload });
  }
  await server.inject({ url: path, headers: cookieOf(token) }); // what is remembered from one page to the next is remembered by now
  made.length = 0;
  const page = await server.inject({ url: path, headers: cookieOf(token) });
  if (page.statusCode !== 200) throw new Error(`${path}: ${page.statusCode}`);
  await server.close();
  return [...made];
}

/** In a copy of the demonstration the same people have other ids. */
export const castIn = (cast: Cast, copy: number): Cast =>
  copy === 0
    ? cast
    : {
        ...cast,
        manager: inCopy(cast.manager, copy),
        head: inCopy(cast.head, copy),
        worker: inCopy(cast.worker, copy),
        child: inCopy(cast.child, copy),
      };

/** A server seals the days that are over when it starts: that work is not a page's. */
async function untilSealed(owner: Database): Promise<void> {
  for (let n = 0; n < 240; n += 1) {
    const { rows } = await owner.pool.query('select 1 from record.root limit 1');
    if (rows.length > 0) return;
    await pause(500);
  }
}

export async function stage(folder: string, whose: (owner: Database) => Cast | Promise<Cast>): Promise<Stage> {
  const embedded = await startEmbedded({ folder });
  const [app, owner] = [openDatabase(embedded.appUrl('sightline'), { max: 4 }), openDatabase(embedded.ownerUrlOf('sightline'), { max: 1 })];
  const alone = openDatabase(embedded.appUrl('sightline'), { max: 1 });
  const cast = await whose(owner);
  const product = runProduct(folder, 'start', '--port', '0');
  const address = await served(product);
  const [manager, head] = [await signIn(app, address, cast.manager), await signIn(app, address, cast.head)];
  await openChild(manager, cast.child);
  await untilSealed(owner);
  return {
    cast,
    manager,
    head,
    statementsOf: (path, who) => statementsWithin(app, path, cast[who], cast.child),
    bare: async (made) => (await timed(() => again(alone, made))).ms,
    async close() {
      for (const someone of [manager, head]) someone.leave();
      await product.stop();
      await Promise.all([app.end(), owner.end(), alone.end()]);
      await embedded.stop();
    },
  };
}

/** How long a page takes from the question to its last byte, in milliseconds. */
export async function pageTime(someone: Visitor, path: string): Promise<number> {
  return expectStatus(await someone.get(path), 200, path).ms;
}
