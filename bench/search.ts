import { idFrom } from '../demo/chance.ts';
import { openDatabase } from '../src/platform/database.ts';
import { startEmbedded } from '../src/platform/embedded.ts';
import { createDatabase } from '../src/platform/migrate.ts';
import type { Session } from '../src/record/contract.ts';
import { addAuthority } from '../src/record/members.ts';
import { lookForAll, withinFirst } from '../test/search/look.ts';
import { populate } from '../test/search/population.ts';
import { wanted } from '../test/search/wanted.ts';
import { median, percentile, timed, type Note } from './figures.ts';
import type { Place } from './place.ts';

const people = Number(process.argv.find((each) => each.startsWith('--people='))?.slice(9) ?? 1_000_000);
const session: Session = { authority: 1, actor: idFrom('bench', 'searcher'), roles: ['socialWorker'], teams: [], scope: 'own' };

/** Whom somebody looks for, as they misspell or half remember the name, among a million. */
export async function measureSearch(place: Place, note: Note): Promise<void> {
  const server = await startEmbedded({ folder: place.data('search') });
  try {
    const made = await createDatabase(server.ownerUrl, 'search', 'test');
    if (made.kind === 'refused') throw new Error(made.reason);
    const [app, owner] = [openDatabase(server.appUrl('search'), { max: 2 }), openDatabase(server.ownerUrlOf('search'), { max: 1 })];
    try {
      await addAuthority(owner, { authority: 1, name: 'Bench' });
      const { ms } = await timed(() => populate(owner, 1, people));
      const many = people.toLocaleString('en-GB');
      note({ what: `${many} people made`, value: ms / 1000, unit: 's', n: 1 });
      await lookForAll(owner, app, session, false); // what a server has read once stays in memory
      const looks = await lookForAll(owner, app, session, false);
      const times = looks.map((look) => look.ms);
      note({
        what: `search among ${many}, ${wanted.length} queries`,
        value: median(times),
        unit: 'ms',
        n: times.length,
        target: { most: 50 },
      });
      note({ what: 'search: 95 in 100 within', value: percentile(times, 0.95), unit: 'ms', n: times.length });
      for (const most of [1, 3, 10])
        note({
          what: `wanted person within the first ${most}`,
          value: (withinFirst(looks, most) / looks.length) * 100,
          unit: 'in 100',
          n: looks.length,
        });
      for (const { query, name, place: at, ms: took } of looks.filter((look) => look.place === 0 || look.place > 3 || look.ms > 150))
        process.stderr.write(`search: ${query} for ${name}: place ${at}, ${took.toFixed(0)} ms\n`);
    } finally {
      await Promise.all([app.end(), owner.end()]);
    }
  } finally {
    await server.stop();
  }
}
