import { randomBytes } from 'node:crypto';
import { chmodSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { timed, type Note } from './figures.ts';
import type { Place } from './place.ts';
import { runProduct, served } from './product.ts';
import { prepared } from './start-up.ts';

/** A backup of the demonstration while it is served, restored elsewhere and verified there: the operator's two commands. */
export async function measureBackup(place: Place, note: Note): Promise<void> {
  const folder = await place.copy((await prepared(place)).folder, 'backed-up');
  const [key, file] = [join(place.folder, 'backup.key'), join(place.folder, 'backup.sightline')];
  writeFileSync(key, randomBytes(32));
  chmodSync(key, 0o600);
  const serving = runProduct(folder, 'start', '--port', '0');
  await served(serving);
  const backup = await timed(() => runProduct(folder, 'backup', file, '--key-file', key).ended);
  await serving.stop();
  const restore = await timed(() => runProduct(place.data('restored'), 'restore', file, '--key-file', key).ended);
  if (!/[1-9][\d,]* children, [1-9][\d,]* lines/.test(restore.value))
    throw new Error(`What was restored was not verified:\n${restore.value}`);
  note({ what: 'backup while it is served', value: backup.ms / 1000, unit: 's', n: 1 });
  note({ what: 'the file', value: statSync(file).size / 1e6, unit: 'MB', n: 1 });
  note({ what: 'restore elsewhere, with verify clean', value: restore.ms / 1000, unit: 's', n: 1, target: { most: 60 } });
}
