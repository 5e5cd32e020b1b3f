import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { date } from '../src/kernel/calendar/dates.ts';
import { whatStands } from '../src/kernel/step/history.ts';
import { derivation, permissionTable } from '../src/practice/pathway.ts';
import { appendPast, type Sitting } from '../src/record/append-past.ts';
import type { ChildRecord, Session } from '../src/record/contract.ts';
import { derive, newLines } from '../src/record/derive.ts';
import { addAuthority, addMember, addTeam, syncPermissions } from '../src/record/members.ts';
import { createRecord } from '../src/record/record.ts';
import { asOwnerOf, verify } from '../src/record/verify.ts';
import { freshDatabase, type FreshDatabase } from '../test/servers.ts';
import { demonstrationCounties } from './authority.ts';
import { families } from './families.ts';
import { roundsOf } from './rounds.ts';

/** Two authorities with the same staff: to one a family is told at once, in the other each sitting was recorded on its day. */
const [told, recorded] = [1, 2];
const [staff] = demonstrationCounties(1);
const rolesOf = new Map(staff.members.map(({ member, roles }) => [member, roles]));

/** Some brothers and sisters of whom something was corrected. */
function aFamily() {
  for (const family of families([staff], date('2026-11-24'), 0.2))
    if (family.people.length > 1 && family.entries.some(({ corrects }) => corrects !== undefined)) return family;
  throw new Error('Nobody was put right');
}
const sittings: readonly Sitting[] = roundsOf(aFamily()).map(({ entries, ...one }) => ({
  ...one,
  entries: entries.map((entry) => ({ ...entry, wording: '00' })),
}));

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  for (const authority of [told, recorded]) {
    await addAuthority(fresh.owner, { authority, name: 'Norchester' });
    for (const { area: _, ...team } of staff.teams) await addTeam(fresh.owner, { authority, team: team.team, name: team.name });
    for (const { leftDaysAgo: _, ...member } of staff.members) await addMember(fresh.owner, { authority, ...member });
    await syncPermissions(fresh.owner, authority, new Map(permissionTable().map(({ step, ...may }) => [step, may])));
  }
});
afterAll(() => fresh.drop());

const tell = (authority: number, those: readonly Sitting[]) =>
  asOwnerOf(fresh.owner, authority, (sql) => appendPast(sql, authority, derivation, those));

/** As each person sat down to it. */
async function record(): Promise<void> {
  let now = '';
  const known = new Map<string, ChildRecord>();
  const { append } = createRecord({ database: fresh.owner, derivation, now: () => now });
  for (const { recordedAt, recordedBy, entries } of sittings) {
    now = recordedAt;
    const session: Session = { authority: recorded, actor: recordedBy, roles: rolesOf.get(recordedBy) ?? [], teams: [], scope: 'none' };
    expect(await append(session, entries, known)).toEqual({ kind: 'appended' });
    for (const person of new Set(entries.flatMap(({ about }) => about.map((one) => one.person)))) {
      const before = known.get(person)?.chain ?? [];
      const chain = [...before, ...newLines(person, before.length, entries, recordedBy, recordedAt)];
      const history = whatStands(chain);
      known.set(person, { person, position: chain.length, chain, history, ...derive(derivation, history) });
    }
  }
}

const tables = ['entry', 'content', 'ledger', 'head', 'clock', 'standing', 'identifier', 'sought', 'name_pair', 'board'];
/** Drawn anew each time, or of the authority, or of when it was looked at. */
const drawn = ['authority', 'salt', 'content_hash', 'hash', 'mark', 'mark_from', 'mark_until'];
const rowsOf = (authority: number, table: string) =>
  asOwnerOf(fresh.owner, authority, async (sql) => {
    const rows = await sql.query<{ row: string }>(
      `select (to_jsonb(t) - $2::text[])::text as row from record.${table} t where t.authority = $1 order by 1`,
      [authority, drawn],
    );
    return rows.rows.map(({ row }) => row);
  });

describe('a family that is told at once', () => {
  beforeAll(async () => {
    await tell(told, sittings);
    await record();
  });

  test.each(tables)('is on record as if each sitting had been recorded in its time: %s', async (table) => {
    const rows = await rowsOf(told, table);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toEqual(await rowsOf(recorded, table));
  });

  test('has chains that hold', async () => {
    expect((await verify(fresh.owner, told)).broken).toBeUndefined();
  });

  test('is told once: whoever is on record has no other past', async () => {
    await expect(tell(told, sittings)).rejects.toThrow('head_pkey');
  });
});

describe('nobody is told a past', () => {
  const [first] = sittings;
  const another: Sitting = {
    recordedAt: '2025-01-06T09:00:00Z',
    recordedBy: staff.administrator,
    entries: (first?.entries ?? []).map((entry) => ({
      ...entry,
      entry: crypto.randomUUID(),
      about: entry.about.map((one) => ({ ...one, person: crypto.randomUUID() })),
    })),
  };

  test('by somebody whose role does not record it', async () => {
    await expect(tell(told, [another])).rejects.toThrow('Their role may not record');
  });

  test('by the application', async () => {
    const asApplication = fresh.app.transaction(null, async (sql) => {
      await sql.query(`set local app.authority = '${told}'`);
      await appendPast(sql, told, derivation, [another]);
    });
    await expect(asApplication).rejects.toThrow('permission denied for function append_past');
  });

  test('in a live database', async () => {
    await fresh.owner.transaction(null, (sql) => sql.query("update platform.marking set kind = 'live'"));
    await expect(tell(recorded, [another])).rejects.toThrow('Only a demonstration is told its past');
  });
});
