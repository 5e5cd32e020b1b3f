import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { demonstrationAuthority } from '../../demo/load.ts';
import type { Configuration } from '../platform/configuration.ts';
import { refuseSecond } from '../platform/embedded.ts';
import { beforeEnding } from '../platform/ending.ts';
import { createLog, type Log, type LogKind } from '../platform/log.ts';
import { requireFree, whyNotServed } from '../platform/sockets.ts';
import { derivation } from '../practice/pathway.ts';
import { createMeter } from '../oversight/burden/recording-meter.ts';
import type { WebParts } from '../web/parts.ts';
import { createServer } from '../web/server.ts';
import { keepImportsHonest } from './broken-imports.ts';
import { keepReturnsChecked } from './checked-returns.ts';
import { keepCheckingFiles } from './checking-files.ts';
import { demonstrationSignIns } from './demonstration-sign-ins.ts';
import { open, type Opened } from './open.ts';
import { keepAssured } from './assured-nightly.ts';
import { keepDatasets } from './kept-dataset.ts';
import { keepMeasured, type MeasuredDays } from './measured-figures.ts';
import { keepMeasuring } from './measuring.ts';
import { operationsOf } from './operations.ts';
import { keepRulesInForce } from './rules-in-force.ts';
import { keepSealing } from './sealing.ts';
import { changesOf } from './web-changes.ts';
import { webPartsOf } from './web-parts.ts';

const longestAnswer = 30_000;

/** Takes no more requests, ends the open boards' streams, and lets what is being answered come to its end. */
async function close(server: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => server.server.closeAllConnections(), longestAnswer);
  await server.close();
  clearTimeout(cut);
}

type Served = {
  readonly changes: WebParts['changes'];
  readonly log: Log;
  readonly configuration: Configuration;
  readonly days: MeasuredDays;
};

/** The pages over an open database. Not yet listening; ends in order with the process. */
async function pagesOver(opened: Opened, { changes, log, configuration, days }: Served): Promise<FastifyInstance> {
  const operations = await operationsOf(opened, log, configuration);
  const meter = createMeter();
  keepMeasuring(opened, meter, log);
  const around = {
    log,
    operations,
    proxy: configuration.proxy,
    virusCheck: configuration.virusCheck,
    reference: configuration.reference,
    meter,
    days,
  };
  const server = await createServer(await webPartsOf(opened.app, opened.demonstration, changes, around));
  beforeEnding(() => close(server));
  return server;
}

/** Tells a load balancer first, so that it can look elsewhere while requests are still answered. */
function drainFirst(log: Log, seconds: number): void {
  beforeEnding(async () => {
    log.info('draining', 'Stopping: what is being answered is let finish …', { seconds });
    await pause(seconds * 1_000);
  });
}

/** Serves the pages until the process is told to end. What would keep it from serving is said before anything is made. */
export async function start(configuration: Configuration): Promise<undefined> {
  const { database, data, port, host, log: kind, drainSeconds } = configuration;
  const log = createLog(kind);
  if (database.kind === 'embedded') refuseSecond(data);
  await requireFree(host, port);
  const opened = await open(configuration, { serves: true, say: (line) => log.info('database', line) });
  const changes = await changesOf(opened.appUrl);
  beforeEnding(() => changes.stop());
  const days: MeasuredDays = new Map();
  const server = await pagesOver(opened, { changes, log, configuration, days });
  const address = await server.listen({ port, host }).catch((error: unknown) => {
    throw whyNotServed(error, host, port);
  });
  opened.announce(address);
  keepSealing(opened, log);
  keepAssured(opened, log);
  keepMeasured(opened, days, log);
  keepImportsHonest(opened, log);
  keepRulesInForce(opened, derivation, log);
  keepReturnsChecked(opened, changes, log, configuration.reference);
  keepDatasets(opened, changes, log);
  keepCheckingFiles(opened, configuration.virusCheck, log);
  drainFirst(log, drainSeconds);
  log.info('serving', `Sightline is at ${address}`);
  if (opened.demonstration) await sayWhoToBe(opened, log, kind);
}

/** The people are invented too; a log for a machine names nobody all the same. */
async function sayWhoToBe({ app }: Opened, log: Log, kind: LogKind): Promise<void> {
  log.info('demonstration', `Demonstration: ${demonstrationAuthority.name}, invented children. Choose who to be on the sign-in page:`);
  if (kind === 'words') for (const line of await demonstrationSignIns(app)) console.log(line);
}
