import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { addDays, dayInEngland } from '../src/kernel/calendar/dates.ts';
import { openDatabase, type Database } from '../src/platform/database.ts';
import { startEmbedded } from '../src/platform/embedded.ts';
import { median, type Note } from './figures.ts';
import { largeSize, prepareLarge } from './large.ts';
import type { Place } from './place.ts';
import { runProduct, served } from './product.ts';
import { castOf, openChild, signIn, type Cast } from './signed-in.ts';
import { pageTime } from './stage.ts';
import { prepared } from './start-up.ts';
import { csrfOn, expectStatus, type Visitor } from './visitor.ts';

const boards = 50;
const visits = 15;
const beside = 60;

/** Those whose board shows every child, and those whose shows a team, in turn. */
async function watchersOf(owner: Database): Promise<readonly string[]> {
  const { rows } = await owner.pool.query<{ member: string }>(
    `select member from (
       select member, row_number() over (partition by 'teamManager' = any(roles) order by name, member) as n from access.member
       where left_at is null and roles && array['headOfService', 'reviewingOfficer', 'dutyWorker', 'teamManager']) m order by n, member limit ${boards}`,
  );
  return rows.map(({ member }) => member);
}

/** How much later the page's script fetches the whole of the board: from half of this on, by chance, so that not all do at once. */
const later = 8000;

/** An open board: told of a change, it fetches the child's row at once and the whole of itself some seconds later, as the page's own script does. */
type Board = { readonly told: (person: string) => Promise<number>; readonly close: () => void };

async function openBoard(someone: Visitor): Promise<Board> {
  let waiting: { readonly person: string; readonly done: (at: number) => void } | undefined;
  let whole: NodeJS.Timeout | undefined;
  expectStatus(await someone.get('/board'), 200, 'A board');
  const stop = await someone.listen('/events', (data) => {
    const wanted = waiting;
    if (wanted === undefined || !data.includes(wanted.person)) return;
    waiting = undefined;
    whole ??= setTimeout(
      () => {
        whole = undefined;
        void someone.get('/board/fragment', { 'x-fragment': '1' }).catch(() => {});
      },
      later * (0.5 + Math.random() / 2),
    );
    void someone.get(`/board/row/${wanted.person}`, { 'x-fragment': '1' }).then((row) => {
      // Without one: the child is another team's.
      if (row.status !== 204) expectStatus(row, 200, 'The row of the child');
      wanted.done(performance.now());
    });
  });
  return {
    told: (person) => new Promise((done) => (waiting = { person, done })),
    close() {
      clearTimeout(whole);
      stop();
      someone.leave();
    },
  };
}

/** Records a visit through the form, as the last of its pages sends it. @returns when it was sent */
async function recordVisit(worker: Visitor, person: string, n: number): Promise<number> {
  const path = `/children/${person}/record/visit`;
  const asked = expectStatus(await worker.get(path), 200, 'The form of a visit');
  const visitedOn = addDays(dayInEngland(new Date()), -1);
  const form = {
    _csrf: csrfOn(asked.body),
    entry: randomUUID(),
    stage: 'record',
    'f.visitedOn': visitedOn,
    'f.place': 'home',
    'f.note': `Visit ${n} while fifty boards are open`,
    [`e.${person}.seen`]: 'yes',
    [`e.${person}.seenAlone`]: 'yes',
    [`e.${person}.whatTheChildSaid`]: 'She was glad of the visit.',
  };
  const began = performance.now();
  expectStatus(await worker.post(path, form), 303, 'A visit recorded');
  return began;
}

/** From the press of the button until the last of fifty boards shows what was recorded: at one authority's size, and at fifty times it. */
export async function measureEvents(place: Place, note: Note): Promise<void> {
  const cast = await measureAt(await place.copy((await prepared(place)).folder, 'events'), 'scale 1', note);
  await measureAt((await prepareLarge(place)).folder, largeSize, note, cast);
}

/** @returns whose board and child were looked at: `like` names those of another size, and the team most like it is found */
async function measureAt(folder: string, size: string, note: Note, like?: Cast): Promise<Cast> {
  const embedded = await startEmbedded({ folder });
  const [app, owner] = [openDatabase(embedded.appUrl('sightline'), { max: 4 }), openDatabase(embedded.ownerUrlOf('sightline'), { max: 1 })];
  const product = runProduct(folder, 'start', '--port', '0');
  try {
    const address = await served(product);
    const cast = await castOf(owner, like);
    const worker = await signIn(app, address, cast.worker);
    await openChild(worker, cast.child);
    const watchers = await watchersOf(owner);
    const open: Board[] = [];
    for (let n = 0; n < boards; n += 1) open.push(await openBoard(await signIn(app, address, watchers[n % watchers.length] ?? '')));
    const times: number[] = [];
    for (let n = 0; n < visits; n += 1) {
      const all = open.map((board) => board.told(cast.child));
      const began = await recordVisit(worker, cast.child, n);
      times.push(Math.max(...(await Promise.all(all))) - began);
      await pause(250);
    }
    note({
      what: `${size}: visit sent until the last of ${boards} boards has its row`,
      value: median(times) / 1000,
      unit: 's',
      n: visits,
      target: { most: 1 },
    });
    note({ what: `${size}: the slowest of them`, value: Math.max(...times) / 1000, unit: 's', n: visits, target: { most: 1 } });
    await measureBeside(size, { app, address, cast, worker }, note);
    for (const board of open) board.close();
    worker.leave();
    return cast;
  } finally {
    await product.stop();
    await Promise.all([app.end(), owner.end()]);
    await embedded.stop();
  }
}

type Watched = { readonly app: Database; readonly address: string; readonly cast: Cast; readonly worker: Visitor };

/** How long pages take while fifty boards are open, and every so often one of their children is visited. */
async function measureBeside(size: string, { app, address, cast, worker }: Watched, note: Note): Promise<void> {
  const [head, manager] = [await signIn(app, address, cast.head), await signIn(app, address, cast.manager)];
  await openChild(manager, cast.child);
  const pages = [
    { name: 'board of the whole service', who: head, path: '/board' },
    { name: 'board of one team', who: manager, path: '/board' },
    { name: 'child’s page', who: manager, path: `/children/${cast.child}` },
  ].map((page) => ({ ...page, times: new Array<number>() }));
  for (let n = 0; n < beside; n += 1) {
    if (n % 10 === 5) await recordVisit(worker, cast.child, visits + n);
    for (const { who, path, times } of pages) times.push(await pageTime(who, path));
    await pause(100);
  }
  for (const { name, times } of pages)
    note({ what: `${size}, ${boards} boards open: ${name}`, value: median(times), unit: 'ms', n: beside, target: { most: 40 } });
  head.leave();
  manager.leave();
}
