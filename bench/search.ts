import { idFrom } from '../demo/chance.ts';
import { webPartsOf } from '../src/commands/web-parts.ts';
import { openDatabase, type Database } from '../src/platform/database.ts';
import { startEmbedded } from '../src/platform/embedded.ts';
import { createDatabase } from '../src/platform/migrate.ts';
import type { Session } from '../src/record/contract.ts';
import { addAuthority, addMember, beginSession } from '../src/record/members.ts';
import { createServer } from '../src/web/server.ts';
import { lookForAll, withinFirst, type Look } from '../test/search/look.ts';
import { populate, wantedIds } from '../test/search/population.ts';
import { asTyped, lists, wanted, type List } from '../test/search/wanted.ts';
import { median, percentile, timed, type Note } from './figures.ts';
import type { Place } from './place.ts';
import { csrfOn } from './visitor.ts';

const people = Number(process.argv.find((each) => each.startsWith('--people='))?.slice(9) ?? 1_000_000);
const keptIn = process.argv.find((each) => each.startsWith('--population='))?.slice(13);
const many = people.toLocaleString('en-GB');
const session: Session = { authority: 1, actor: idFrom('bench', 'searcher'), roles: ['socialWorker'], teams: [], scope: 'own' };

/** Twice as many may be asked for by one session in a minute; and so many are shown beside a new person (`search.js`). */
const [mostAsked, mostShown] = [500, 5] as const;

/** Whom somebody looks for, as they misspell or half remember the name, among a million. */
export async function measureSearch(place: Place, note: Note): Promise<void> {
  const server = await startEmbedded({ folder: keptIn ?? place.data('search') });
  try {
    const made = await createDatabase(server.ownerUrl, 'search', 'test');
    if (made.kind === 'refused') throw new Error(made.reason);
    const [app, owner] = [openDatabase(server.appUrl('search'), { max: 2 }), openDatabase(server.ownerUrlOf('search'), { max: 1 })];
    try {
      await addAuthority(owner, { authority: 1, name: 'Bench' });
      if (!(await isPopulated(owner))) {
        const { ms } = await timed(() => populate(owner, 1, people));
        note({ what: `${many} people made`, value: ms / 1000, unit: 's', n: 1 });
      }
      for (const list of ['madeWith', 'blind', 'county'] as const) await measureList(owner, app, list, note);
      await measureNewPerson(owner, app, note);
    } finally {
      await Promise.all([app.end(), owner.end()]);
    }
  } finally {
    await server.stop();
  }
}

/** A population that was kept is looked at again: making it takes minutes. */
const isPopulated = (owner: Database): Promise<boolean> =>
  owner.transaction(null, async (sql) => {
    await sql.query("set local app.authority = '1'");
    return (await sql.query('select from record.sought where authority = 1 limit 1')).rowCount === 1;
  });

async function measureList(owner: Database, app: Database, list: List, note: Note): Promise<void> {
  await lookForAll(owner, app, session, list); // what a server has read once stays in memory
  const looks = await lookForAll(owner, app, session, list);
  noteTimes(`search among ${many}, ${lists[list]}`, looks, note);
  for (const most of [1, 3, 10])
    note({
      what: `${lists[list]}: wanted person within the first ${most}`,
      value: (withinFirst(looks, most) / looks.length) * 100,
      unit: 'in 100',
      n: looks.length,
      ...(list === 'madeWith' && most === 3 ? { target: { least: 100 } } : {}),
    });
  for (const { query, name, place: at, ms } of looks.filter((look) => look.place === 0 || look.place > 3 || look.ms > 150))
    process.stderr.write(`search, ${lists[list]}: ${query} for ${name}: place ${at}, ${ms.toFixed(0)} ms\n`);
}

function noteTimes(what: string, looks: readonly Pick<Look, 'ms'>[], note: Note): void {
  const times = looks.map(({ ms }) => ms);
  note({ what, value: median(times), unit: 'ms', n: times.length, target: { most: 50 } });
  note({ what: `${what}: 95 in 100 within`, value: percentile(times, 0.95), unit: 'ms', n: times.length });
}

type Offered = { readonly offered: readonly { readonly href: string }[] };

/** A duty worker in this process: what the server answers while they type. */
async function typist(owner: Database, app: Database): Promise<(words: string) => Promise<Offered['offered']>> {
  const member = idFrom('bench', 'duty worker');
  await addMember(owner, { authority: 1, member, name: 'Duty', email: 'duty@bench.test', roles: ['dutyWorker'] });
  const server = await createServer(await webPartsOf(app, true, { subscribe: () => () => {} }));
  const cookie = `sightline=${await beginSession(app, 1, member)}`;
  const csrf = csrfOn((await server.inject({ url: '/find', headers: { cookie } })).body);
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded', 'x-fragment': '1' };
  return async (words) => {
    const payload = String(new URLSearchParams({ _csrf: csrf, name: words }));
    const answer = await server.inject({ method: 'POST', url: '/find/people', headers, payload });
    if (answer.statusCode !== 200) throw new Error(`/find/people: ${answer.statusCode}`);
    return answer.json<Offered>().offered;
  };
}

/** Somebody who is on record is written down as new, the name as it is heard and the day of birth as it is: what the page asks while it is typed. */
async function measureNewPerson(owner: Database, app: Database, note: Note): Promise<void> {
  const type = await typist(owner, app);
  const { rows } = await owner.pool.query<{ person: string }>(wantedIds);
  const looks: { readonly ms: number; readonly isShown: boolean }[] = [];
  for (const [n, one] of wanted.slice(0, mostAsked).entries()) {
    await type(asTyped(one));
    const { ms, value } = await timed(() => type(asTyped(one)));
    looks.push({ ms, isShown: value.slice(0, mostShown).some(({ href }) => href.endsWith(rows[n]?.person ?? '?')) });
  }
  noteTimes(`new person among ${many}, while typed`, looks, note);
  const shown = looks.filter(({ isShown }) => isShown).length;
  note({ what: `their record among the ${mostShown} shown`, value: (shown / looks.length) * 100, unit: 'in 100', n: looks.length });
}
