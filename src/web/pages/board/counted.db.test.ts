import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, addMonths, dayInEngland } from '../../../kernel/calendar/dates.ts';
import type { Clock } from '../../../kernel/step/clock.ts';
import { openStates } from '../../../practice/board-marks.ts';
import { boardLine } from '../../../practice/board-line.ts';
import { columns, populationNames, populations, type Column } from '../../../practice/populations.ts';
import { readBy } from '../../../practice/standing.ts';
import type { Derivation, Session, Standing } from '../../../record/contract.ts';
import { addMember } from '../../../record/members.ts';
import { createRecord } from '../../../record/record.ts';
import { as, derivation, entry, fixture, otherTeam, readAs, team, type Fixture } from '../../../record/record.fixture.ts';
import type { WebParts } from '../../parts.ts';
import { countingIn, summaryOf, type BoardQuery } from './board.ts';
import { readAll, readBySelf, readCounted, type Question, type ReadOn } from './reading.ts';
import { namesOf } from './row.ts';

/* A board that the database counts and puts in order says what one says that reads every row. */

type Stated = { readonly standing: Standing; readonly clocks: readonly Clock[] };

/** Children who stand as the last statement about them says. */
const asStated: Derivation = {
  ...derivation,
  clocks: (history) => (history.at(-1)?.answers['clocks'] ?? []) as readonly Clock[],
  standing: (history) => (history.at(-1)?.answers['standing'] ?? { name: '' }) as Standing,
  boardLine,
  readBy,
};

const today = dayInEngland(new Date());
const workers = [randomUUID(), randomUUID(), randomUUID()];
const head = as('headOfService');
/** Named for every restricted record, and so of those who see it. */
const named = as('socialWorker');
const names = namesOf(
  workers.map((id, n) => ({ id, name: ['Ann', 'Bea', 'Cay'][n] ?? '', roles: ['socialWorker'], teams: [team] })),
  [
    { id: team, name: 'North 1', area: 'North' },
    { id: otherTeam, name: 'South 1', area: 'South' },
  ],
  [],
);

let at: Fixture;
let record: Fixture['record'];
beforeAll(async () => {
  at = await fixture();
  record = createRecord({ database: at.app, derivation: asStated });
  for (const [n, member] of workers.entries())
    await addMember(at.owner, {
      authority: 1,
      member,
      name: ['Ann', 'Bea', 'Cay'][n] ?? '',
      email: `${n}@example.org`,
      roles: ['socialWorker'],
    });
});
afterAll(() => at.drop());

const day = fc.integer({ min: -300, max: 300 }).map((n) => addDays(today, n));
const perhaps = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const clock = fc
  .record({
    rule: fc.constantFrom(...columns.flatMap(({ rules }) => rules)),
    startedOn: fc.integer({ min: -300, max: 3 }).map((n) => addDays(today, n)),
    dueOn: day,
    endedOn: perhaps(day),
    notInSource: fc.boolean(),
  })
  .map((one): Clock => ({ ...JSON.parse(JSON.stringify(one)), version: '1', startedBy: randomUUID() }));
/** As people are called: with accents, capitals, hyphens and apostrophes, and two of one name. */
const name = fc
  .tuple(
    fc.constantFrom('Zoë', 'Éabha', 'eve', 'Łucja', 'Ann-Marie', 'Anna'),
    fc.constantFrom('O’Brien', "o'Brien", 'Øster', 'van Dijk', 'İnce', 'Ó Sé'),
  )
  .map((parts) => parts.join(' '));
const stated: fc.Arbitrary<Stated> = fc.record({
  standing: fc
    .record({
      name,
      onPlanSince: perhaps(day),
      lookedAfterSince: perhaps(day),
      lastReviewOn: perhaps(day),
      lastLookedAfterReviewOn: perhaps(day),
      worker: perhaps(fc.constantFrom(...workers)),
      team: perhaps(fc.constantFrom(team, otherTeam)),
      category: perhaps(fc.constantFrom('NEG', 'PHY')),
      missingSince: perhaps(day),
      reviewingOfficer: perhaps(fc.constant(head.actor)),
      visitsNotInSource: perhaps(fc.constant(true)),
    })
    .map((one): Standing => JSON.parse(JSON.stringify(one))),
  clocks: fc.array(clock, { maxLength: 5 }),
});

const children: string[] = [];

async function state(person: string, said: Stated): Promise<void> {
  const known = await readAs(record, named, person);
  expect(await record.append(named, [entry('begin', '2026-01-05', [{ person, answers: said }])], known)).toEqual({ kind: 'appended' });
}

const query = fc.record({
  who: fc.constantFrom(...populationNames),
  team: fc.constant(''),
  area: fc.constantFrom('', '', 'North', 'West'),
  state: fc.constantFrom('', '', ...openStates, 'other'),
  worker: fc.constantFrom('', '', 'none', workers[0] ?? ''),
  category: fc.constantFrom('', '', 'NEG', 'other'),
  part: fc.constantFrom('', '', 'plans-six-outside', 'care-own-outside', 'notSeen', 'noOfficer'),
  sort: fc.constantFrom('', '', 'name', 'worker', 'since', 'review', 'careVisit', 'reviews', 'others', 'plans'),
}) satisfies fc.Arbitrary<BoardQuery>;

/** Now, or in so many days: what a board will show then, if nothing more is recorded. */
function questionIn(days: number, session: Session, asked: BoardQuery): Question {
  const at = new Date(Date.now() + days * 86_400_000);
  return { session, query: asked, names, known: { today: dayInEngland(at), at, day: '', time: '' } };
}

const everyone: BoardQuery = { who: 'all', team: '', area: '', state: '', worker: '', category: '', part: '', sort: 'name' };

/** Who stands in a file, line by line. */
async function taken(file: ReadOn): Promise<readonly (string | undefined)[]> {
  const found: (string | undefined)[] = [];
  for await (const rows of file) found.push(...rows.map((row) => row?.person));
  return found;
}

/** How many children are logged for each list of this purpose. */
async function logged(purpose: string): Promise<readonly number[]> {
  const { rows } = await at.owner.pool.query<{ children: number }>(
    "select children from record.list_log where question ->> 'purpose' = $1",
    [purpose],
  );
  return rows.map(({ children }) => children);
}

const parts = () => ({ record, areRulesApplied: async () => true }) as unknown as WebParts;

async function saysTheSame(question: Question): Promise<void> {
  const [counted, read] = [await readCounted(parts(), question, '1'), await readBySelf(parts(), question, '1')];
  const said = ({ counting, shown, page, rows, changedAt }: typeof read) => ({
    ...numbersOf(summaryOf(counting, question.query.who)),
    shown: ['plans-late', 'plans-dueSoon', 'care-late', 'all-dueSoon'].map((mark) => shown.count(mark)),
    page,
    rows: rows.map(({ person }) => person),
    changedAt,
  });
  expect(said(counted)).toEqual(said(read));
}

const numbersOf = ({ total, sizes, figures, attention }: ReturnType<typeof summaryOf>) => ({
  total,
  sizes,
  figures: figures.map(({ within, among, outside }) => [within, among, ...outside.map(({ title, count }) => [title, count])]),
  attention: attention.map(({ title, count }) => [title, count]),
});

describe('a board of the whole service', () => {
  it('says the same whether the database counts it or every row is read: of any children, day and filters, as they change and are restricted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(stated, { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(), stated), { maxLength: 3 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 320 }), query), { minLength: 6, maxLength: 6 }),
        fc.boolean(),
        async (begun, changed, questions, isRestricted) => {
          for (const said of begun) {
            const person = randomUUID();
            children.push(person);
            await state(person, said);
          }
          for (const [n, said] of changed) await state(children[n % children.length] ?? '', said);
          const person = children.at(-1) ?? '';
          const to = { readers: [named.actor], ring: 'Adoption', reason: 'adopted' };
          if (isRestricted) expect(await record.restrict(head, person, to)).toEqual({ kind: 'done' });
          for (const [days, asked] of questions) for (const session of [head, named]) await saysTheSame(questionIn(days, session, asked));
        },
      ),
      { numRuns: 5, endOnFailure: true },
    );
  });

  it('puts names in one order whether the database does or the page, whatever the accents, hyphens and apostrophes', async () => {
    for (const name of ['Ann O’Brien', 'Ann Øster', "Ann O'Brien", 'Ánn Ó Sé', 'ann-marie', 'Anna', 'Zoë', 'Éabha', 'Żak', 'ann Øster'])
      await state(randomUUID(), { standing: { name, onPlanSince: today }, clocks: [] });
    for (const sort of ['name', '']) await saysTheSame(questionIn(0, head, { ...everyone, sort }));
  });

  it('says the same after it has looked again, with fewer lines to add', async () => {
    const linesOf = async () =>
      (
        await at.app.transaction(head, (sql) => sql.query<{ lines: number }>('select lines from record.board_marks(now(), null)'))
      ).rows.reduce((sum, one) => sum + one.lines, 0);
    const before = await linesOf();
    await at.app.transaction(head, (sql) => sql.query('select record.look_again()'));
    expect(await linesOf()).toBeLessThan(before);
    for (const days of [0, 1, 40]) await saysTheSame(questionIn(days, head, { ...everyone, sort: '' }));
  });

  it('gives nothing to whoever’s lists are not of the whole service, nor to another authority', async () => {
    const none = { marks: [], changedAt: undefined, changesAt: undefined };
    for (const session of [
      as('teamManager', { scope: 'teams' }),
      as('socialWorker', { scope: 'own' }),
      as('administrator', { scope: 'none' }),
      as('headOfService', { authority: 2 }),
    ]) {
      expect(await record.boardCounts(session, new Date())).toMatchObject(none);
      expect(await record.boardPart(session, new Date(), { marks: 0, order: { by: 'name' }, offset: 0, limit: 10 })).toEqual([]);
    }
    expect((await record.boardCounts(head, new Date())).marks.length).toBeGreaterThan(0);
  });

  it('says when passing time next changes what is counted: of the teams asked for, also after a moment has passed, and not of who is restricted', async () => {
    const person = randomUUID();
    const standing = { name: 'Ada', team, onPlanSince: today };
    const limit = { rule: 'childProtectionVisit', version: '1', startedBy: randomUUID(), startedOn: today, notInSource: false };
    // Later than any other child's.
    const clocks: readonly Clock[] = [{ ...limit, dueOn: addDays(today, 1100) }];
    await state(person, { standing, clocks });
    const changesIn = async (days: number, teams?: readonly string[]) => {
      const { changesAt } = await record.boardCounts(head, new Date(Date.now() + days * 86_400_000), teams);
      return changesAt === undefined ? undefined : new Date(changesAt).toISOString();
    };
    const moments = boardLine(standing, clocks, new Date())?.moments ?? [];
    expect(moments).toHaveLength(2);
    expect([await changesIn(1000), await changesIn(1000, [team]), await changesIn(1000, [otherTeam])]).toEqual([
      moments[0],
      moments[0],
      undefined,
    ]);
    expect([await changesIn(1099), await changesIn(1099, [team]), await changesIn(1102)]).toEqual([moments[1], moments[1], undefined]);
    const to = { readers: [named.actor], ring: 'Adoption', reason: 'adopted' };
    expect(await record.restrict(head, person, to)).toEqual({ kind: 'done' });
    expect([await changesIn(1000), await changesIn(1099)]).toEqual([undefined, undefined]);
  });

  it('counts who was reviewed within six months as the twelve months before it do', async () => {
    const since = addDays(today, -290);
    const last = [today, addMonths(today, -6), addDays(addMonths(today, -6), -1)];
    for (const on of last) {
      const standing = { name: 'Ada', team, onPlanSince: since, lookedAfterSince: since, lastReviewOn: on, lastLookedAfterReviewOn: on };
      await state(randomUUID(), { standing, clocks: [] });
    }
    const then = new Date(Date.now() - 1);
    for (const teams of [undefined, [team, otherTeam]]) {
      const counting = countingIn((await record.boardCounts(head, then, teams)).marks);
      const [reviewed] = await record.counts(head, [then.toISOString()], teams);
      expect(counting.count('plans-six-within')).toBeGreaterThan(1);
      expect([reviewed?.onPlanReviewed, reviewed?.lookedAfterReviewed]).toEqual([
        counting.count('plans-six-within'),
        counting.count('care-six-within'),
      ]);
    }
  });

  it('is as wide in the database as it has columns, and each population has its own', async () => {
    const { rows } = await at.owner.pool.query<{ all: string; plans: string; care: string; page: string }>(
      `select pg_get_indexdef('record.board_all'::regclass) as all, pg_get_indexdef('record.board_plans'::regclass) as plans,
         pg_get_indexdef('record.board_care'::regclass) as care, pg_get_functiondef('record.board_page'::regproc) as page`,
    );
    const numbersIn = (text = ''): readonly number[] => [...text.matchAll(/dues\[(\d+)\]/g)].map(([, n]) => Number(n));
    const placesOf = (own: readonly Column[]): readonly number[] => own.map((one) => columns.findIndex((each) => each === one) + 1);
    expect(numbersIn(rows[0]?.all)).toEqual(placesOf(columns));
    expect(numbersIn(rows[0]?.plans)).toEqual(placesOf(populations.plans.columns));
    expect(numbersIn(rows[0]?.care)).toEqual(placesOf(populations.care.columns));
    expect(rows[0]?.page).toContain(`', ${columns.length}, c)`);
  });

  it('goes whole into a file, in its order, and the list is logged with how many they were', async () => {
    const question = questionIn(0, head, everyone);
    const found = await taken(await readAll(parts(), question, 'the board as csv'));
    const { rows } = await readBySelf(parts(), question, '1');
    expect(found.slice(0, rows.length)).toEqual(rows.map(({ person }) => person));
    expect(await logged('the board as csv')).toEqual([found.length]);
  });

  it('misses nobody in a file who came after it was asked for, and has a line for whoever left while it was read', async () => {
    const question = questionIn(0, head, everyone);
    const [stays, leaves] = [randomUUID(), randomUUID()];
    const onPlan = { standing: { name: 'Ada', onPlanSince: today }, clocks: [] };
    for (const person of [stays, leaves]) await state(person, onPlan);
    const file = await readAll(parts(), question, 'while it changes');
    await state(leaves, { standing: { name: 'Ada' }, clocks: [] });
    await state(stays, onPlan);
    const found = await taken(file);
    expect([found.includes(stays), found.includes(leaves), found.filter((one) => one === undefined)]).toEqual([true, false, [undefined]]);
    expect(found).toHaveLength((await logged('while it changes'))[0] ?? 0);
  });

  it('of one worker goes into a file, and into the log, with that worker’s children alone', async () => {
    const [worker = ''] = workers;
    await state(randomUUID(), { standing: { name: 'Ada', onPlanSince: today, worker }, clocks: [] });
    const found = await taken(await readAll(parts(), questionIn(0, head, { ...everyone, worker }), 'one worker'));
    expect(found.length).toBeGreaterThan(0);
    expect(await logged('one worker')).toEqual([found.length]);
  });
});
