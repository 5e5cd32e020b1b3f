import { demonstrationAuthority } from '../../demo/load.ts';
import type { Configuration } from '../platform/configuration.ts';
import { derivation, steps, timescales, wordingOf } from '../practice/pathway.ts';
import { authorities } from '../record/members.ts';
import { createRecord } from '../record/record.ts';
import { createServer } from '../web/server.ts';
import { open } from './open.ts';
import { changesOf } from './web-changes.ts';
import { importsOf } from './web-imports.ts';
import { membersOf } from './web-members.ts';

/** Serves the pages until it is told to end. */
export async function start(configuration: Configuration): Promise<void> {
  const opened = await open(configuration);
  const changes = await changesOf(opened.appUrl);
  const [authority] = await authorities(opened.app);
  const server = await createServer({
    record: createRecord({ database: opened.app, derivation }),
    steps,
    wordingOf,
    timescales,
    changes,
    authorityName: authority?.name ?? 'No authority yet',
    demonstration: opened.demonstration,
    now: () => new Date(),
    members: membersOf(opened.app),
    imports: importsOf(opened.app),
  });
  const address = await server.listen({ port: configuration.port, host: configuration.host });
  console.log(`Sightline is at ${address}`);
  if (opened.demonstration)
    console.log(`Demonstration: ${demonstrationAuthority.name}, invented children. Choose who to be on the sign-in page.`);
  let isEnding = false;
  const end = () => {
    if (isEnding) return;
    isEnding = true;
    void server
      .close()
      .then(() => changes.stop())
      .then(opened.close)
      .then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
}
