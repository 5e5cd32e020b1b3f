import { timed, type Note } from './figures.ts';
import type { Place } from './place.ts';
import { runProduct, served } from './product.ts';
import { visitor } from './visitor.ts';

/** A data folder at rest, with the demonstration at scale 1; made by a first start, which is measured. */
export type Prepared = { readonly folder: string; readonly firstStart: number };

const made = new Map<string, Promise<Prepared>>();

/** Made once for all parts of a run; whoever changes it takes a copy. */
export function prepared(place: Place): Promise<Prepared> {
  const known = made.get(place.folder);
  if (known !== undefined) return known;
  const making = firstStart(place.data('demonstration')).then((ms) => ({ folder: place.data('demonstration'), firstStart: ms }));
  made.set(place.folder, making);
  return making;
}

async function firstStart(folder: string): Promise<number> {
  await runProduct(folder, 'help').ended; // the program is built once, before anything is measured
  return startOnce(folder);
}

/** From the command to the first page that is served, in milliseconds. */
async function startOnce(folder: string): Promise<number> {
  const { ms, value: product } = await timed(async () => {
    const started = runProduct(folder, 'start', '--port', '0');
    const someone = visitor(await served(started), '');
    await someone.get('/sign-in');
    someone.leave();
    return started;
  });
  await product.stop();
  return ms;
}

/** What somebody waits for who starts Sightline. */
export async function measureStartUp(place: Place, note: Note): Promise<void> {
  const { folder, firstStart } = await prepared(place);
  note({ what: 'first start: database made, demonstration loaded, first page served', value: firstStart / 1000, unit: 's', n: 1 });
  const times: number[] = [];
  for (let n = 0; n < 5; n += 1) times.push(await startOnce(folder));
  const value = times.toSorted((a, b) => a - b)[2] ?? Number.NaN;
  note({ what: 'second start, to the first page served', value: value / 1000, unit: 's', n: times.length, target: { most: 3 } });
}
