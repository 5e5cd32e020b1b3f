import { demonstrationAuthority } from '../../demo/load.ts';
import type { Configuration } from '../platform/configuration.ts';
import { refuseSecond } from '../platform/embedded.ts';
import { beforeEnding } from '../platform/ending.ts';
import { faultOf } from '../platform/fault.ts';
import { requireFree, whyNotServed } from '../platform/sockets.ts';
import { createServer } from '../web/server.ts';
import { open, type Opened } from './open.ts';
import { keepSealing } from './sealing.ts';
import { changesOf } from './web-changes.ts';
import { webPartsOf } from './web-parts.ts';

/** The pages over an open database. Not yet listening; ends in order with the process. */
async function pagesOver(opened: Opened): Promise<Awaited<ReturnType<typeof createServer>>> {
  const changes = await changesOf(opened.appUrl);
  beforeEnding(() => changes.stop());
  const server = await createServer(await webPartsOf(opened.app, opened.demonstration, changes));
  beforeEnding(() => server.close());
  return server;
}

/** Serves the pages until the process is told to end. What would keep it from serving is said before anything is made. */
export async function start(configuration: Configuration): Promise<undefined> {
  const { database, data, port, host } = configuration;
  if (database.kind === 'embedded') refuseSecond(data);
  await requireFree(host, port);
  const opened = await open(configuration, { serves: true });
  const server = await pagesOver(opened);
  const address = await server.listen({ port, host }).catch((error: unknown) => {
    throw whyNotServed(error, host, port);
  });
  opened.announce(address);
  keepSealing(opened, (error) =>
    console.error(`The days that are over could not be sealed; trying again in a minute. ${faultOf(error).error}`),
  );
  console.log(`Sightline is at ${address}`);
  if (opened.demonstration)
    console.log(`Demonstration: ${demonstrationAuthority.name}, invented children. Choose who to be on the sign-in page.`);
}
