import { idFrom } from '../demo/chance.ts';
import { givePermissions } from '../src/commands/open.ts';
import { webPartsOf } from '../src/commands/web-parts.ts';
import { familyOfForty } from '../src/oversight/family/genogram.fixture.ts';
import { layOut } from '../src/oversight/family/genogram.ts';
import { openDatabase } from '../src/platform/database.ts';
import { startEmbedded } from '../src/platform/embedded.ts';
import { createDatabase } from '../src/platform/migrate.ts';
import { derivation } from '../src/practice/pathway.ts';
import { addAuthority, addMember, beginSession } from '../src/record/members.ts';
import { createRecord } from '../src/record/record.ts';
import { createServer } from '../src/web/server.ts';
import { childOfForty, recordFamilyOfForty } from './family-of-forty.ts';
import { median, type Note } from './figures.ts';
import type { Place } from './place.ts';
import { openChild } from './signed-in.ts';
import { pageTime } from './stage.ts';
import { visitor } from './visitor.ts';

const times = 60;
/** The first few are slower than any that a server draws after its first minute. */
const warm = 10;
const member = idFrom('bench', 'who reads the family');

/** Forty people in four generations: places, lines and outline alone; then the whole page of the family, as a server answers it. */
export async function measureGenogram(place: Place, note: Note): Promise<void> {
  const family = familyOfForty();
  const taken = Array.from({ length: times + warm }, () => {
    const began = performance.now();
    layOut(family);
    return performance.now() - began;
  });
  note({ what: 'genogram of 40 people, the first', value: taken[0] ?? Number.NaN, unit: 'ms', n: 1 });
  note({ what: 'genogram of 40 people', value: median(taken.slice(warm)), unit: 'ms', n: times, target: { most: 50 } });
  const pages = await pageTimes(place);
  note({ what: 'the page of the family of 40', value: median(pages.slice(warm)), unit: 'ms', n: times, target: { most: 50 } });
}

async function pageTimes(place: Place): Promise<readonly number[]> {
  const postgres = await startEmbedded({ folder: place.data('genogram') });
  const made = await createDatabase(postgres.ownerUrl, 'forty', 'test');
  if (made.kind === 'refused') throw new Error(made.reason);
  const [app, owner] = [openDatabase(postgres.appUrl('forty'), { max: 4 }), openDatabase(postgres.ownerUrlOf('forty'), { max: 1 })];
  try {
    await addAuthority(owner, { authority: 1, name: 'Bench' });
    await givePermissions(owner, 1);
    const roles = ['socialWorker', 'teamManager'] as const;
    await addMember(owner, { authority: 1, member, name: 'Robin Example', email: 'robin@example.org', roles });
    const record = createRecord({ database: app, derivation });
    await recordFamilyOfForty(record, { authority: 1, actor: member, roles, teams: [], scope: 'all' });
    const server = await createServer(await webPartsOf(app, false, { subscribe: () => () => {} }));
    const reader = visitor(await server.listen({ port: 0, host: '127.0.0.1' }), await beginSession(app, 1, member));
    await openChild(reader, childOfForty);
    const { body } = await reader.get(`/children/${childOfForty}/family`);
    if (!body.includes('40 people')) throw new Error('The page does not show forty people.');
    const taken: number[] = [];
    for (let n = 0; n < times + warm; n += 1) taken.push(await pageTime(reader, `/children/${childOfForty}/family`));
    reader.leave();
    await server.close();
    return taken;
  } finally {
    await Promise.all([app.end(), owner.end()]);
    await postgres.stop();
  }
}
