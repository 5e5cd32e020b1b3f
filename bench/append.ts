import { idFrom } from '../demo/chance.ts';
import { addDays, date, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { openDatabase, type Database } from '../src/platform/database.ts';
import { startEmbedded, type EmbeddedServer } from '../src/platform/embedded.ts';
import { createDatabase } from '../src/platform/migrate.ts';
import { derivation, permissionTable, wordingOf } from '../src/practice/pathway.ts';
import { stepOf } from '../src/practice/step-of.fixture.ts';
import type { NewEntry, Session } from '../src/record/contract.ts';
import { addAuthority, syncPermissions } from '../src/record/members.ts';
import { createRecord, type WholeRecord } from '../src/record/record.ts';
import bareTables from './bare.sql';
import { timed, type Note } from './figures.ts';
import type { Place } from './place.ts';
import { recording } from './statements.ts';

const children = 24;
const visitsEach = 14;
const writers = 8;
const session: Session = {
  authority: 1,
  actor: idFrom('bench', 'actor'),
  roles: ['socialWorker', 'teamManager', 'reviewingOfficer'],
  teams: [],
  scope: 'all',
};

function entry(step: string, happenedOn: LocalDate, shared: NewEntry['shared'], person: string, each: NewEntry['shared'] = {}): NewEntry {
  return {
    entry: idFrom('bench', step, happenedOn, person),
    step,
    wording: wordingOf(stepOf(step)),
    happenedOn,
    shared,
    about: [{ person, answers: each }],
  };
}

/** A child who goes on a plan and is visited once a week. */
function entriesOf(n: number): readonly NewEntry[] {
  const person = idFrom('bench', 'child', n);
  const first = date('2026-02-02');
  const details = { laChildId: `B${n}`, firstName: 'Example', lastName: `Child ${n}`, bornOn: '2019-05-14' };
  const visits = Array.from({ length: visitsEach }, (_, week) => {
    const visitedOn = addDays(first, 7 * week);
    const shared = {
      visitedOn,
      place: 'home',
      note: 'Kitchen and bedroom seen. Food in the house. The school says that he comes every day.',
    };
    return entry('visit', visitedOn, shared, person, {
      seen: true,
      seenAlone: week % 2 === 0 ? 'yes' : 'didNotWant',
      whatTheChildSaid: 'He showed me his new shoes.',
    });
  });
  return [
    entry('personDetails', date('2019-05-14'), details, person),
    entry('childProtectionPlan', first, { startedOn: first, category: 'NEG' }, person),
    ...visits,
  ];
}

type Fresh = { readonly app: Database; readonly owner: Database };

async function fresh(server: EmbeddedServer, name: string): Promise<Fresh> {
  const made = await createDatabase(server.ownerUrl, name, 'test');
  if (made.kind === 'refused') throw new Error(made.reason);
  const [app, owner] = [openDatabase(server.appUrl(name), { max: writers }), openDatabase(server.ownerUrlOf(name), { max: 1 })];
  await addAuthority(owner, { authority: 1, name: 'Bench' });
  await syncPermissions(owner, 1, new Map(permissionTable().map(({ step, ...may }) => [step, may])));
  await owner.pool.query(bareTables);
  return { app, owner };
}

/** As a page does it: the record is opened, read, derived from and appended to. */
async function recordOne(record: WholeRecord, one: NewEntry): Promise<void> {
  const openings = await record.open(
    session,
    one.about.map(({ person }) => person),
    'Bench',
  );
  const known = await record.readMany([...openings.values()].flatMap((each) => (each.kind === 'opened' ? [each.record] : [])));
  const appended = await record.append(session, [one], known);
  if (appended.kind !== 'appended') throw new Error(`Not appended: ${JSON.stringify(appended)}`);
}

type Values = readonly unknown[];

/** One after the other, and what each call of the database's append was given. */
async function recordAll(
  { app }: Fresh,
  lanes: readonly (readonly NewEntry[])[],
): Promise<{ readonly ms: number; readonly sent: readonly (readonly Values[])[] }> {
  const { database, made } = recording(app);
  const record = createRecord({ database, derivation });
  const { ms } = await timed(async () => {
    for (const lane of lanes) for (const one of lane) await recordOne(record, one);
  });
  const values = made.flatMap(({ statements }) =>
    statements.filter(({ text }) => text.includes('record.append(')).map((each) => each.values),
  );
  const perLane = values.length / lanes.length;
  return { ms, sent: lanes.map((_, n) => values.slice(n * perLane, (n + 1) * perLane)) };
}

/** The same calls again in another database, each a transaction that is on the disk before the next begins. */
async function send({ app }: Fresh, call: string, lanes: readonly (readonly Values[])[]): Promise<number> {
  const { ms } = await timed(() =>
    Promise.all(
      lanes.map(async (lane) => {
        for (const values of lane)
          await app.transaction(session, (sql) => sql.query(`select * from ${call}($1, $2, $3, $4, $5, $6)`, [...values]));
      }),
    ),
  );
  return ms;
}

const calls = [
  { call: 'record.append', words: 'record.append' },
  { call: 'bare.state_chained', words: 'bare inserts with the chain' },
  { call: 'bare.state', words: 'bare inserts without the chain' },
] as const;

const rounds = 3;

/** Entries a second about one child each, with all that is derived from them. */
export async function measureAppend(place: Place, note: Note): Promise<void> {
  const server = await startEmbedded({ folder: place.data('append') });
  const all = Array.from({ length: children }, (_, n) => entriesOf(n));
  const lanes = Array.from({ length: writers }, (_, w) => all.filter((_each, n) => n % writers === w).flat());
  const entries = all.flat().length;
  try {
    const first = await fresh(server, 'first');
    const { ms, sent } = await recordAll(first, lanes);
    await Promise.all([first.app.end(), first.owner.end()]);
    note({ what: 'opened, read, derived, appended; 1 writer', value: (entries / ms) * 1000, unit: 'entries/s', n: 1 });
    const times = new Map<string, number[]>();
    for (let round = 0; round < rounds; round += 1)
      for (const { call, words } of calls)
        for (const count of [1, writers]) {
          const database = await fresh(server, `round_${round}_${call.replace('.', '_')}_${count}`);
          const what = `${words}; ${count} writer${count === 1 ? '' : 's'}`;
          const took = await send(database, call, count === 1 ? [sent.flat()] : sent);
          times.set(what, [...(times.get(what) ?? []), took]);
          await Promise.all([database.app.end(), database.owner.end()]);
        }
    for (const [what, took] of times) {
      const middle = took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)] ?? Number.NaN;
      note({ what, value: (entries / middle) * 1000, unit: 'entries/s', n: took.length });
    }
  } finally {
    await server.stop();
  }
}
