import { demonstrationAuthority } from '../../demo/load.ts';
import type { Configuration } from '../platform/configuration.ts';
import { createServer } from '../web/server.ts';
import { open } from './open.ts';
import { changesOf } from './web-changes.ts';
import { webPartsOf } from './web-parts.ts';

/** Serves the pages until it is told to end. */
export async function start(configuration: Configuration): Promise<void> {
  const opened = await open(configuration);
  const changes = await changesOf(opened.appUrl);
  const server = await createServer(await webPartsOf(opened.app, opened.demonstration, changes));
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
