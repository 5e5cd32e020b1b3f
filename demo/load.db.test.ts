import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayInEngland, addDays, type LocalDate } from '../src/kernel/calendar/dates.ts';
import type { Role } from '../src/kernel/step/permission.ts';
import { derivation, steps, wordingOf } from '../src/practice/pathway.ts';
import { assuring } from '../src/governance/assurance/assuring.ts';
import { bitOf, isMarked } from '../src/practice/board-marks.ts';
import { comparedWithRecord, reportToFreeze } from '../src/governance/assurance/freezing.ts';
import type { AssuranceParts } from '../src/governance/assurance/making.ts';
import { readManual } from '../src/governance/procedures/read-manual.ts';
import { assuredAnew, assuredAudits, assuredFigures, assuredQuestions } from '../src/record/assurance.ts';
import { freezeReport, frozenReport } from '../src/record/frozen-reports.ts';
import type { Session } from '../src/record/contract.ts';
import { createRecord } from '../src/record/record.ts';
import { rebuild } from '../src/record/rebuild.ts';
import { asOwnerOf, verify } from '../src/record/verify.ts';
import { freshDatabase, type FreshDatabase } from '../test/servers.ts';
import { tellAdopted } from './adopted.ts';
import { demonstrationAuthority, demonstrationCounties, demonstrationStaff } from './authority.ts';
import { idFrom } from './chance.ts';
import { loadDemonstration, type DemonstrationOptions } from './load.ts';
import { supervisionIn } from './supervision-days.ts';
import { toldOf } from './told.ts';

const { authority } = demonstrationAuthority;
const today = dayInEngland(new Date());
const scale = 0.025;
const all = toldOf(demonstrationCounties(scale), today, scale);
const told = [...all.families, ...all.files()];

const [county] = demonstrationCounties(scale);
const adopted = tellAdopted({ staff: county, today, supervision: supervisionIn(county, today) });
/** The last line of the old record, and the first of the new one. */
const sealing = 2;

const optionsOn = (fresh: FreshDatabase): DemonstrationOptions => ({ owner: fresh.owner, derivation, wordingOf, today, scale });

async function rowsOf(fresh: FreshDatabase, statement: string): Promise<readonly object[]> {
  return asOwnerOf(fresh.owner, authority, async (sql) => (await sql.query<object>(statement, [authority])).rows);
}
const one = async (fresh: FreshDatabase, statement: string): Promise<unknown> =>
  Object.values((await rowsOf(fresh, statement))[0] ?? {})[0];
const entriesIn = (fresh: FreshDatabase) => one(fresh, 'select count(*) from record.entry where authority = $1');
const run = async (fresh: FreshDatabase) =>
  (
    await rowsOf(fresh, 'select state, children_done as children, entries, file_name as name from record.import_run where authority = $1')
  )[0];
const everything = (fresh: FreshDatabase) =>
  rowsOf(
    fresh,
    `select l.person, l.position, l.entry, l.corrects, e.step, e.happened_on, e.recorded_at, e.recorded_by, c.shared, c.answers
     from record.ledger l join record.entry e using (authority, entry) join record.content c using (authority, entry, person)
     where authority = $1 order by l.person, l.position`,
  );

/** The same rules, until they have been asked so often: then the process is gone. */
function diesAfter(appends: number): typeof derivation {
  let asked = 0;
  return {
    ...derivation,
    standing: (history) => {
      asked += 1;
      if (asked > appends) throw new Error('killed');
      return derivation.standing(history);
    },
  };
}

describe('a demonstration that was loaded in one go', () => {
  let fresh: FreshDatabase;
  let whole: readonly object[];
  beforeAll(async () => {
    fresh = await freshDatabase();
    await loadDemonstration(optionsOn(fresh));
    whole = await everything(fresh);
  });
  afterAll(() => fresh.drop());

  test('holds every entry that is told, and exactly so many children on plans and in care', async () => {
    expect(await entriesIn(fresh)).toBe([...told, adopted].flatMap(({ entries }) => entries).length + sealing);
    const onPlan = "select count(*) from record.standing where authority = $1 and known_to = 'infinity' and on_plan_since is not null";
    expect(await one(fresh, onPlan)).toBe(6);
    const inCare = "select count(*) from record.standing where authority = $1 and known_to = 'infinity' and looked_after_since is not null";
    expect(await one(fresh, inCare)).toBe(10);
  });

  test('was recorded in the past, each entry in its time', async () => {
    const ahead = 'select count(*) from record.entry where authority = $1 and (recorded_at > clock_timestamp()';
    expect(await one(fresh, `${ahead} or happened_on > recorded_at::date and step <> 'personDetails')`)).toBe(0);
    expect(await one(fresh, 'select count(distinct recorded_at::date) > 150 from record.entry where authority = $1')).toBe(true);
    expect(await one(fresh, 'select count(distinct recorded_by) > 20 from record.entry where authority = $1')).toBe(true);
  });

  test('holds together: every link, and all that is derived', async () => {
    expect(await verify(fresh.owner, authority)).toMatchObject({ lines: whole.length });
    expect((await verify(fresh.owner, authority)).broken).toBeUndefined();
    expect((await rebuild(fresh.owner, authority, derivation)).differences).toEqual([]);
  });

  test('is in the planner’s statistics, so that the first board is quick', async () => {
    expect(
      await one(
        fresh,
        "select min(reltuples) >= 0 from pg_class where $1 > 0 and oid in ('record.entry'::regclass, 'record.clock'::regclass)",
      ),
    ).toBe(true);
  });

  test('those who have left cannot be chosen, and their names are kept', async () => {
    expect(await one(fresh, 'select count(*) from access.member where authority = $1 and left_at < clock_timestamp()')).toBe(20);
    const choosable = await fresh.app.transaction(null, (sql) => sql.query('select * from access.members_to_choose($1)', [authority]));
    const roles = choosable.rows.map(({ roles: held }: { roles: string[] }) => held[0]);
    expect(roles.filter((role) => role === 'socialWorker')).toHaveLength(174);
    expect(roles.filter((role) => role === 'teamManager')).toHaveLength(29);
    expect(roles.filter((role) => role === 'reviewingOfficer')).toHaveLength(10);
    expect(roles.filter((role) => role === 'dutyWorker')).toHaveLength(3);
    expect(roles.filter((role) => role === 'headOfService')).toHaveLength(1);
  });

  /** The queue at the front door is of no team: whoever may open the record finds it there, and nobody else. */
  const waitsForEverybodyWhoMayOpenIt = async (person: string): Promise<void> => {
    const record = createRecord({ database: fresh.app, derivation });
    const asking = (role: Role, more: Partial<Session> = {}): Session => ({
      authority,
      actor: idFrom('asking', role),
      roles: [role],
      teams: [],
      scope: 'own',
      ...more,
    });
    const waits = async (session: Session) => (await record.frontDoor(session, today)).some((one) => one.person === person);
    expect(await Promise.all([waits(asking('dutyWorker')), waits(asking('teamManager'))])).toEqual([true, true]);
    expect(await Promise.all([waits(asking('performanceAnalyst')), waits(asking('dutyWorker', { authority: 1 }))])).toEqual([false, false]);
    const head = asking('headOfService', { scope: 'all' });
    const to = { readers: [head.actor], ring: 'the head of service', reason: 'Somebody’s relative works here' };
    expect(await record.restrict(head, person, to)).toEqual({ kind: 'done' });
    expect(await Promise.all([waits(asking('dutyWorker')), waits(head)])).toEqual([false, true]);
  };

  test('the figures of the assurance report are those of the boards', async () => {
    const head: Session = { authority, actor: idFrom('asking', 'headOfService'), roles: ['headOfService'], teams: [], scope: 'all' };
    const at = new Date();
    const rows = await assuredFigures(fresh.app, head, [at.toISOString()], assuring);
    const assured = (name: string): number => rows.reduce((sum, { figure, n }) => (figure === name ? sum + n : sum), 0);
    const { marks } = await createRecord({ database: fresh.app, derivation }).boardCounts(head, at);
    const onBoard = (...names: readonly string[]): number =>
      marks.reduce((sum, { mark, children }) => (names.every((name) => isMarked(mark, bitOf(name) ?? 0)) ? sum + children : sum), 0);
    const all = assured('plan') + assured('care') - assured('planAndCare');
    expect(all).toBeGreaterThan(0);
    expect([
      assured('plan'),
      assured('care'),
      assured('planAndCare'),
      all - assured('worker'),
      assured('care') - assured('officer'),
    ]).toEqual([onBoard('onPlan'), onBoard('lookedAfter'), onBoard('onPlan', 'lookedAfter'), onBoard('noWorker'), onBoard('noOfficer')]);
    expect([assured('planReview'), assured('careReview'), assured('planSixMonths'), assured('careSixMonths')]).toEqual([
      onBoard('plans-own-within'),
      onBoard('care-own-within'),
      onBoard('plans-six-within'),
      onBoard('care-six-within'),
    ]);
  });

  test('a frozen report comes again of the record, byte for byte; of another manual it is another', async () => {
    const head: Session = { authority, actor: idFrom('asking', 'headOfService'), roles: ['headOfService'], teams: [], scope: 'all' };
    const parts: AssuranceParts = {
      authority: 'Norchester',
      figures: (session, instants, asked) => assuredFigures(fresh.app, session, instants, asked),
      figuresAnew: (session, instants, asked) => assuredAnew(fresh.app, session, instants, asked),
      audits: (session, instant) => assuredAudits(fresh.app, session, instant),
      questions: (session) => assuredQuestions(fresh.app, session),
      manual: () => readManual(),
      teams: async () => [],
    };
    const now = new Date();
    const asked = {
      report: crypto.randomUUID(),
      on: addDays(today, -1),
      format: 'pdf',
      signedBy: 'A. Director',
      letterhead: ['County Hall'],
    } as const;
    const made = await reportToFreeze(parts, head, asked, now);
    expect(await freezeReport(fresh.app, head, made)).toEqual({ kind: 'frozen' });
    const frozen = await frozenReport(fresh.app, head, asked.report);
    if (frozen === undefined) throw new Error('It was not frozen');
    expect(await comparedWithRecord({ ...parts, teams: async () => [{ id: 'x', name: 'New', area: 'North' }] }, head, frozen, now)).toEqual(
      { kind: 'same' },
    );
    const empty = () => ({ editions: [], changes: [], reviews: [] });
    expect(await comparedWithRecord({ ...parts, manual: empty }, head, frozen, now)).toMatchObject({ kind: 'figures' });
  });

  test('is not touched by another start, on another day, at another scale, or after somebody has added to it', async () => {
    const [worker] = demonstrationStaff().teams[0]?.workers ?? [];
    const step = steps.find(({ name }) => name === 'referral');
    if (worker === undefined || step === undefined) throw new Error('There is nobody to record anything');
    const added = await createRecord({ database: fresh.app, derivation }).append(
      { authority, actor: worker, roles: ['socialWorker'], teams: [], scope: 'own' },
      [
        {
          entry: idFrom('added'),
          step: step.name,
          wording: wordingOf(step),
          happenedOn: today,
          shared: { referredOn: today },
          about: [{ person: idFrom('somebody new'), answers: {} }],
        },
      ],
      new Map(),
    );
    expect(added).toEqual({ kind: 'appended' });
    await waitsForEverybodyWhoMayOpenIt(idFrom('somebody new'));
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    await loadDemonstration({ ...optionsOn(fresh), today: addDays(today, 30), log });
    expect(lines).toEqual([]);
    await loadDemonstration({ ...optionsOn(fresh), scale: 3, log });
    expect(lines).toEqual([
      'This data folder holds the demonstration at scale 0.025, and keeps it: --scale counts only when it is first loaded.',
    ]);
    expect(await everything(fresh)).toHaveLength(whole.length + 1);
  });

  test.each([1, 450])('is the same when it was killed after %s derivations, and taken up on a later day', async (appends) => {
    const other = await freshDatabase();
    try {
      await expect(loadDemonstration({ ...optionsOn(other), derivation: diesAfter(appends) })).rejects.toThrow('killed');
      const children = await one(
        other,
        "select count(*) from record.standing where authority = $1 and known_to = 'infinity' and state ->> 'adult' is distinct from 'true'",
      );
      expect((await everything(other)).length).toBeLessThan(whole.length);
      expect(await run(other)).toMatchObject({ state: 'running', children });
      if (appends > 1) expect(children).toBeGreaterThan(0);
      expect((await verify(other.owner, authority)).broken).toBeUndefined();
      const later: LocalDate = addDays(today, 2);
      await loadDemonstration({ ...optionsOn(other), today: later, scale: 7 });
      expect(await everything(other)).toEqual(whole);
      expect(await run(other)).toEqual(await run(fresh));
      expect((await rebuild(other.owner, authority, derivation)).differences).toEqual([]);
    } finally {
      await other.drop();
    }
  });

  test('two starts at once load it once', async () => {
    const other = await freshDatabase();
    try {
      await Promise.all([loadDemonstration(optionsOn(other)), loadDemonstration(optionsOn(other))]);
      expect(await everything(other)).toEqual(whole);
      expect(await run(other)).toEqual(await run(fresh));
    } finally {
      await other.drop();
    }
  });
});

test('a database with children and no sign of a load is left as it is', async () => {
  const fresh = await freshDatabase();
  try {
    await asOwnerOf(fresh.owner, authority, (sql) =>
      sql.query('insert into record.head(authority, person, position) values ($1, $2, 1)', [authority, idFrom('of an earlier version')]),
    );
    await loadDemonstration(optionsOn(fresh));
    expect(await entriesIn(fresh)).toBe(0);
  } finally {
    await fresh.drop();
  }
});
