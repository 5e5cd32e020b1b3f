import { resolve } from 'node:path';
import { Obstacle } from '../platform/obstacle.ts';
import { closeDataset, datasetSignIn, openDataset } from '../record/safeguarding-dataset.ts';
import { onlyAuthority } from './chosen-authority.ts';
import { readPassphrase } from './emergency-copy.ts';
import { keepDataset } from './kept-dataset.ts';
import type { Opened } from './open.ts';
import { readWords } from './words.ts';

const usage = 'dataset-reader open --password-file FILE [--authority NUMBER] · dataset-reader close [--authority NUMBER]';

/** dataset-reader: makes or takes away the sign-in of the database with which the sector's tools read the Standard Safeguarding Dataset of one authority. */
export async function datasetReader({ app, owner }: Opened, [verb, ...parameters]: readonly string[], from: string): Promise<boolean> {
  const words = readWords(parameters, { usage, options: ['password-file', 'authority'] });
  const file = words.one('password-file');
  if (words.words.length > 0 || !(verb === 'close' || (verb === 'open' && file !== undefined))) throw new Obstacle(`Usage: ${usage}`);
  const { authority, name } = await onlyAuthority(app, words.one('authority'));
  if (file === undefined) {
    await closeDataset(owner, authority);
    console.log(`Nobody reads the safeguarding dataset of ${name} from the database any more, and it is kept no longer.`);
    return true;
  }
  await openDataset(owner, authority, await readPassphrase(resolve(from, file), '--password-file'));
  const children = await keepDataset({ owner }, authority, new Date());
  console.log(
    `${datasetSignIn(authority)} reads the safeguarding dataset of ${name}, schema ssd: ${children} children written. It follows the record while Sightline runs.`,
  );
  return true;
}
