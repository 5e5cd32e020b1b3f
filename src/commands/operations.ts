import type { Configuration } from '../platform/configuration.ts';
import { isEnding } from '../platform/ending.ts';
import type { Log } from '../platform/log.ts';
import { createMetrics, type Gauge } from '../platform/metrics.ts';
import { newestMigration } from '../platform/migrate.ts';
import type { Operations } from '../web/parts.ts';
import type { Opened } from './open.ts';

const gaugesOf = ({ app }: Opened): readonly Gauge[] => [
  { name: 'sightline_database_connections', help: 'Connections to the database.', read: () => app.pool.totalCount },
  { name: 'sightline_database_connections_idle', help: 'Connections that nobody uses.', read: () => app.pool.idleCount },
  { name: 'sightline_database_waiting', help: 'Questions that wait for a connection.', read: () => app.pool.waitingCount },
];

const patience = 3_000;

/** @returns what `ask` gives; undefined: it failed or took too long */
async function inTime<T>(ask: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), patience);
  });
  return Promise.race([ask.catch(() => undefined), late]).finally(() => clearTimeout(timer));
}

/** Whether the database answers both sign-ins, and holds exactly this version's migrations. */
async function readiness({ app, owner }: Opened, newest: string): ReturnType<Operations['ready']> {
  if (isEnding()) return { ready: false, why: 'this server is being stopped' };
  const answers = await inTime(app.pool.query('select 1'));
  if (answers === undefined) return { ready: false, why: 'the database does not answer' };
  const held = await inTime(owner.pool.query<{ name: string }>('select max(name) as name from platform.migration'));
  const name = held?.rows[0]?.name;
  if (name === undefined) return { ready: false, why: 'the database does not say which version it holds' };
  return name === newest ? { ready: true } : { ready: false, why: 'the database holds another version than this program' };
}

/** What the pages tell those who run them: each answer and each fault, to the log and to the numbers. */
export async function operationsOf(opened: Opened, log: Log, { metricsToken }: Configuration): Promise<Operations> {
  const metrics = createMetrics(gaugesOf(opened));
  const newest = await newestMigration();
  return {
    answered(one) {
      metrics.answered(one);
      const { id, method, route, status, milliseconds } = one;
      if (!route.startsWith('/assets/')) log.often('request', { id, method, route, status, ms: milliseconds });
    },
    failed(error, at) {
      if (isEnding()) return;
      metrics.failed();
      log.fault('failed', 'A page could not be made.', error, at);
    },
    ready: () => readiness(opened, newest),
    metrics: () => metrics.text(),
    metricsToken,
  };
}
