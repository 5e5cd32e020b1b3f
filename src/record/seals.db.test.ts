import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '../kernel/step/permission.ts';
import { derivation, permissionTable } from '../practice/pathway.ts';
import type { NewEntry, Opened, Session } from './contract.ts';
import { addMember, syncPermissions } from './members.ts';
import { admitted, as, entry, fixture, openedBy, readAs, team, type Fixture } from './record.fixture.ts';
import { createRecord, type WholeRecord } from './record.ts';
import { verify } from './verify.ts';

const everyone = Object.keys(roles).filter((role): role is Role => role in roles);
const worker = as('socialWorker');
const manager = as('teamManager');
const head = as('headOfService', { teams: [] });
const officer = as('socialWorker', { scope: 'own' });

let at: Fixture;
let record: WholeRecord;

beforeAll(async () => {
  at = await fixture();
  record = createRecord({ database: at.app, derivation });
  for (const authority of [1, 2])
    await syncPermissions(at.owner, authority, new Map(permissionTable().map(({ step, ...may }) => [step, may])));
  for (const { actor, roles: held } of [worker, manager, head, officer])
    await addMember(at.owner, { authority: 1, member: actor, name: held.join(), email: `${actor}@example.org`, roles: held });
  expect(await record.nameSealOfficer(head, officer.actor, false)).toEqual({ kind: 'done' });
});
afterAll(() => at.drop());

async function say(by: Session, ...entries: readonly NewEntry[]): Promise<void> {
  const people = [...new Set(entries.flatMap(({ about }) => about.map(({ person }) => person)))];
  expect(await record.append(by, entries, await readAs(record, by, ...people))).toEqual({ kind: 'appended' });
}

/** A name that no other word of a test begins with: letters, by which the search finds. */
const word = (first: string): string =>
  first +
  randomUUID()
    .replaceAll(/[^a-f]/g, '')
    .padEnd(8, 'q');
const details = (person: string, answers: Readonly<Record<string, unknown>>) =>
  entry('personDetails', '2020-05-14', [{ person }], { shared: answers });
const related = (a: string, bond: string, b: string, inverse: string) =>
  entry(
    'relationship',
    '2026-02-01',
    [
      { person: a, answers: { relative: b, bond } },
      { person: b, answers: { relative: a, bond: inverse } },
    ],
    { shared: { learntOn: '2026-02-01' } },
  );
const home = (on: string, ...people: readonly string[]) =>
  entry(
    'household',
    on,
    people.map((person) => ({ person })),
    { shared: { from: on, address: '3 Adopters Row', postcode: 'OX1 1ND' } },
  );
const order = (person: string) => entry('adoptionOrder', '2026-09-14', [{ person }], { shared: { orderedOn: '2026-09-14' } });

type Child = { readonly person: string; readonly first: string; readonly last: string; readonly number: string; readonly upn: string };
const child = (n: number): Child => ({
  person: randomUUID(),
  first: word('Zeph'),
  last: word('Quill'),
  number: `L${randomUUID().slice(0, 8)}`,
  upn: `A${String(n)}${String(Math.floor(Math.random() * 1e10)).padStart(10, '0')}1`,
});
const born = ({ first, last, number, upn }: Child, family?: string) => ({
  firstName: first,
  lastName: last,
  laChildId: number,
  bornOn: '2020-05-14',
  upn,
  ...(family === undefined ? {} : { family }),
});
/** What would join the two, wherever it stood. */
const traces = ({ person, first, last, number, upn }: Child): readonly string[] => [person, first, last, number, upn];

const happenings = ['sister', 'mother', 'carer', 'home', 'visit', 'care', 'allocated', 'action', 'contact'] as const;
type Happening = (typeof happenings)[number];
type Family = { readonly sister: string; readonly mother: string; readonly carer: string };

function told(what: Happening, { person, first }: Child, { sister, mother, carer }: Family): readonly NewEntry[] {
  switch (what) {
    case 'sister':
      return [related(person, 'sister', sister, 'sibling')];
    case 'mother':
      return [related(person, 'mother', mother, 'child')];
    case 'carer':
      return [related(person, 'fosterCarer', carer, 'fosteredChild')];
    case 'home':
      return [home('2026-03-02', person, carer)];
    case 'visit':
      return [
        entry(
          'visit',
          '2026-03-09',
          [
            { person, answers: { seen: true } },
            { person: sister, answers: { seen: true } },
          ],
          { shared: { visitedOn: '2026-03-09', note: `${first} drew.` } },
        ),
      ];
    case 'care':
      return [
        entry('periodOfCare', '2025-03-02', [{ person }], { shared: { startedOn: '2025-03-02', legalStatus: 'E1' } }),
        entry('placement', '2025-03-02', [{ person }], { shared: { startedOn: '2025-03-02', type: 'A6', carers: 'The Rowans' } }),
      ];
    case 'allocated':
      return [entry('allocation', '2026-01-05', [{ person }], { shared: { worker: worker.actor, team, role: 'lead' } })];
    case 'action':
      return [
        entry('action', '2026-03-02', [{ person }], {
          shared: { what: `Ring the school of ${first}`, owner: worker.actor, byWhen: '2026-12-01' },
        }),
      ];
    case 'contact':
      return [
        entry('contact', '2026-01-02', [{ person, answers: { worry: 'Thin' } }], { shared: { receivedOn: '2026-01-02', source: '2A' } }),
      ];
  }
}

/** The old record and the family, as they were before the order; then sealed. And the new record, with adopters and a home. */
async function adopted(before: readonly Happening[], after: readonly Happening[]) {
  const [old, now] = [child(1), child(2)];
  const family: Family = { sister: randomUUID(), mother: randomUUID(), carer: randomUUID() };
  const reference = word('Fam');
  await say(worker, details(old.person, born(old, reference)));
  await say(
    worker,
    details(family.sister, { firstName: 'Sanne', lastName: 'Birth', laChildId: randomUUID().slice(0, 8), family: reference }),
  );
  for (const adult of [family.mother, family.carer])
    await say(worker, entry('adultDetails', '1990-01-01', [{ person: adult }], { shared: { firstName: 'Adult', lastName: word('Adu') } }));
  for (const what of before) await say(what === 'allocated' ? manager : worker, ...told(what, old, family));
  await say(worker, order(old.person));
  const held = await openedBy(record, worker, old.person);
  await openedBy(record, manager, old.person);
  const beforeSealing = new Date().toISOString();
  expect(await record.seal(manager, old.person, 'Adoption order of 14 September 2026')).toEqual({ kind: 'done' });
  await say(worker, details(now.person, born(now)));
  await say(worker, related(now.person, 'adoptiveParent', family.carer, 'adoptedChild'));
  const apart: readonly Happening[] = ['sister', 'mother'];
  for (const what of after.filter((one) => !apart.includes(one)))
    await say(
      what === 'allocated' ? manager : worker,
      ...told(what, now, { ...family, sister: family.carer }).filter(({ step }) => step !== 'visit'),
    );
  return { old, now, family, held, beforeSealing };
}

const quietly = async <T>(work: Promise<T>): Promise<T | string> => {
  try {
    return await work;
  } catch (error) {
    return error instanceof Error ? error.name : '';
  }
};

/** Everything that opened records tell this session, now and at an instant before. */
async function readingsOf(opened: readonly Opened[], then: string) {
  const each = opened.map(async (one) => {
    const whole = await record.read(one);
    return [
      whole,
      await record.read(one, then),
      await record.relatives(one),
      await record.relatives(one, then),
      await record.whoOpened(one),
      await record.restriction(one),
      await record.withheldFrom(one),
      await Promise.all(whole.chain.map((line) => record.entryPeople(one, line.entry))),
    ];
  });
  return Promise.all(each);
}

/** Everything that can be asked without opening a record, about the two and by what either was called. */
async function askedBy(session: Session, people: readonly string[], { first, last, number, upn }: Child, then: string) {
  const numbers = [
    { kind: 'LAchildID', value: number },
    { kind: 'UPN', value: upn },
  ];
  const answers = await Promise.all([
    ...[`${first} ${last}`, first, last, number, upn, '14/05/2020', '2020-05-14', `${first} 2020-05-14`].map((words) =>
      quietly(record.search(session, words)),
    ),
    quietly(record.list(session, {})),
    quietly(record.list(session, { people: [...people] })),
    quietly(record.list(session, { people: [...people], knownAt: then })),
    quietly(record.list(session, { onPlan: true, lookedAfter: true, knownAt: then })),
    quietly(record.named(session, [...people]).then((all) => [...all])),
    quietly(record.named(session, [...people], then).then((all) => [...all])),
    quietly(record.frontDoor(session, derivationDay)),
    quietly(record.peopleAsk(session, derivationDay)),
    quietly(record.beforeCourt(session, derivationDay)),
    quietly(record.ownActions(session)),
    quietly(record.ownReturned(session)),
    quietly(record.ownAdvised(session, derivationDay)),
    quietly(record.boardPart(session, new Date(), { order: 'name', from: 0, count: 500, marks: [] } as never)),
    ...(session.roles.includes('administrator')
      ? []
      : [
          quietly(record.identify(session, numbers).then((all) => [...all.values()])),
          quietly(record.claimants(session, numbers).then((all) => [...all.values()])),
        ]),
  ]);
  return answers;
}
const derivationDay = '2026-11-01' as never;

const found = (told: unknown, marks: readonly string[]): readonly string[] => {
  const text = JSON.stringify(told).toLowerCase();
  return marks.filter((mark) => text.includes(mark.toLowerCase()));
};
const sessions = (): readonly Session[] => [
  ...everyone.flatMap((role) => [as(role), as(role, { authority: 2 }), as(role, { scope: 'own' })]),
  worker,
  manager,
  head,
];

describe('the old record of a child who was adopted', () => {
  it('opens to nobody from the moment on which it is sealed: not with a reason, not by the glass, not by what was open', async () => {
    const { old, held, beforeSealing } = await adopted(['sister', 'carer', 'home', 'visit', 'allocated'], []);
    for (const session of sessions()) {
      const who = `${session.roles.join()} of ${session.authority}`;
      expect((await record.open(session, [old.person], 'To see')).get(old.person)?.kind, who).toBe('unknown');
      const glass = await quietly(record.breakGlass(session, old.person, 'To see it now'));
      expect(typeof glass === 'string' ? 'refused' : glass.kind, who).not.toBe('opened');
      expect(await record.openSealed(session, old.person, 'To see it now'), who).toMatchObject({ kind: 'refused' });
      expect(await record.findSealed(session, old.number), who).toMatchObject({ kind: 'refused' });
    }
    expect(await quietly(record.read(held))).toBe('RecordClosed');
    expect(await quietly(record.read(held, beforeSealing))).toBe('RecordClosed');
    expect(await record.restrict(head, old.person, { readers: [head.actor], ring: 'Mine', reason: 'To see' })).toMatchObject({
      kind: 'refused',
    });
    expect(await record.lift(head, old.person, 'To see')).toMatchObject({ kind: 'refused' });
  });

  it('is joined to the new one by nothing that the new one’s readers are told, whatever stood in it: nor is the new one by the old', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...happenings]), fc.shuffledSubarray([...happenings]), async (before, after) => {
        const { old, now, family, beforeSealing } = await adopted(before, after);
        for (const session of [
          worker,
          manager,
          head,
          as('dutyWorker'),
          as('reviewingOfficer'),
          as('inspector'),
          as('socialWorker', { authority: 2 }),
        ]) {
          const openings = [...(await record.open(session, [now.person, family.carer], 'Visit')).values()];
          const opened = openings.flatMap((one) => (one.kind === 'opened' ? [one.record] : []));
          expect(found(await readingsOf(opened, beforeSealing), traces(old)), session.roles.join()).toEqual([]);
          expect(found(await askedBy(session, [old.person, now.person], old, beforeSealing), traces(old)), session.roles.join()).toEqual(
            [],
          );
        }
        const sister = await readingsOf([await openedBy(record, worker, family.sister)], beforeSealing);
        expect(found(sister, traces(now))).toEqual([]);
        expect(await record.openSealed(officer, old.person, 'The adopted adult asks for their birth record')).toMatchObject({
          kind: 'opened',
        });
        const [again] = (await record.open(officer, [old.person], 'The same')).values();
        expect(found(await readingsOf([admitted(again)], beforeSealing), traces(now))).toEqual([]);
        expect(found(await readingsOf([admitted(again)], beforeSealing), [old.first])).toEqual([old.first]);
      }),
      { numRuns: 12 },
    );
  });

  it('stands in no table that a session with the new record open may read', async () => {
    const { old, now, family } = await adopted([...happenings], ['home']);
    const { rows: tables } = await at.owner.pool.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('record', 'access') and c.relkind in ('r', 'v', 'm') and has_table_privilege('sightline_app', c.oid, 'select')`,
    );
    expect(tables.length).toBeGreaterThan(10);
    await openedBy(record, manager, now.person);
    for (const role of everyone) {
      const told = await at.app.transaction({ ...as(role), actor: manager.actor }, async (sql) => {
        await sql.query(`set local app.opened = '${[now.person, family.carer].join(',')}'`);
        await sql.query(
          `set local app.steps = '${permissionTable()
            .map(({ step }) => step)
            .join(',')}'`,
        );
        const found_: string[] = [];
        for (const { name } of tables)
          found_.push(
            ...(await sql.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`)).rows.map(({ row }) => `${name} ${row}`),
          );
        return found_;
      });
      expect(
        told.filter((row) => found(row, traces(old)).length > 0 && !row.startsWith('record.access_log')),
        role,
      ).toEqual([]);
    }
  });

  it('takes nothing in, is merged with nothing and pointed to by nothing', async () => {
    const { old, now, family } = await adopted(['sister'], []);
    const merge = entry(
      'recordMerge',
      '2026-10-01',
      [
        { person: now.person, answers: { other: old.person, side: 'kept' } },
        { person: old.person, answers: { other: now.person, side: 'merged' } },
      ],
      { shared: { decidedOn: '2026-10-01', reason: 'Alike' } },
    );
    const alone = entry('relationship', '2026-10-01', [{ person: family.sister, answers: { relative: old.person, bond: 'sibling' } }], {
      shared: { learntOn: '2026-10-01' },
    });
    const note = entry('caseNote', '2026-10-01', [{ person: now.person }], {
      shared: { notedOn: '2026-10-01', note: `See ${old.person}` },
    });
    for (const session of [worker, manager, as('administrator', { actor: manager.actor }), officer]) {
      const known = await readAs(record, worker, now.person, family.sister);
      for (const one of [merge, alone, note, details(old.person, { firstName: 'Again' })])
        if (!(session.roles.includes('administrator') && (one === alone || one === note)))
          expect(await record.append(session, [{ ...one, entry: randomUUID() }], known).then(({ kind }) => kind), one.step).toMatch(
            /refused|conflict/,
          );
    }
    const { rows } = await at.owner.pool.query('select from record.ledger where person = $1', [old.person]);
    expect(rows).toHaveLength(3);
  });

  it('is opened by an officer whom a head of service named, for a reason that is logged, and for a day; and by nobody whom they took off', async () => {
    const { old } = await adopted(['sister'], []);
    expect(await record.nameSealOfficer(manager, worker.actor, false)).toMatchObject({ kind: 'refused' });
    expect(await record.openSealed(officer, old.person, ' ')).toMatchObject({ kind: 'refused' });
    expect(await record.findSealed(officer, old.number)).toMatchObject([{ person: old.person, name: `${old.first} ${old.last}` }]);
    expect(await record.findSealed(officer, old.first), 'a part of a name finds nobody').toEqual([]);
    expect((await record.open(officer, [old.person], 'Without the act')).get(old.person)?.kind).toBe('unknown');
    expect(await record.openSealed(officer, old.person, 'A court asks for it')).toMatchObject({ kind: 'opened' });
    const opened = await openedBy(record, officer, old.person, 'A court asks for it');
    expect(await record.whoOpened(opened)).toContainEqual(expect.objectContaining({ actor: officer.actor, reason: 'A court asks for it' }));
    expect((await record.alerts(head)).map(({ person }) => person)).toContain(old.person);
    expect((await record.named(head, [old.person])).size, 'whose record it is stands in no alert').toBe(0);
    await at.owner.pool.query("update record.access_log set opened_at = opened_at - interval '2 days' where person = $1", [old.person]);
    expect(await quietly(record.read(opened))).toBe('RecordClosed');
    expect(await record.nameSealOfficer(head, officer.actor, true)).toEqual({ kind: 'done' });
    expect(await record.openSealed(officer, old.person, 'A court asks for it')).toMatchObject({ kind: 'refused' });
    expect(await record.nameSealOfficer(head, officer.actor, false)).toEqual({ kind: 'done' });
  });

  it('is sealed only upon an adoption order, by a manager who has it open; and verifies for ever', async () => {
    const one = child(3);
    await say(worker, details(one.person, born(one)));
    await openedBy(record, manager, one.person);
    expect(await record.seal(manager, one.person, 'Adopted')).toMatchObject({ message: expect.stringContaining('adoption order') });
    await say(worker, order(one.person));
    expect(await record.seal(worker, one.person, 'Adopted')).toMatchObject({ kind: 'refused' });
    expect(await record.seal(head, one.person, 'Adopted')).toMatchObject({ message: 'Open the record first' });
    expect(await record.seal({ ...manager, authority: 2 }, one.person, 'Adopted')).toMatchObject({ kind: 'refused' });
    expect(await record.seal(manager, one.person, 'Adopted')).toEqual({ kind: 'done' });
    expect(Object.keys(await verify(at.owner, 1)).toSorted(), 'no broken link').toEqual(['children', 'lines']);
  });

  it('waits in a list until it is done: of managers and officers who may see the child, nobody elsewhere; then it says so itself', async () => {
    const one = child(9);
    await say(manager, details(one.person, born(one)));
    await say(manager, entry('allocation', '2026-01-05', [{ person: one.person }], { shared: { allocatedOn: '2026-01-05', team } }));
    await say(manager, order(one.person));
    const waits = async (session: Session) =>
      (await record.list(session, { onRegister: true })).flatMap(({ person, standing, clocks }) =>
        person === one.person
          ? [
              standing.registers?.map(({ register, state }) => `${register} ${state}`),
              clocks.filter(({ rule }) => rule === 'recordSealed').map(({ dueOn }) => dueOn),
            ]
          : [],
      );
    const seen = [['sealing storyOwed'], ['2026-12-14']];
    for (const session of [manager, head, { ...manager, scope: 'teams' as const }]) expect(await waits(session)).toEqual(seen);
    for (const session of [{ ...manager, authority: 2 }, officer, { ...manager, teams: [], scope: 'teams' as const }])
      expect(await waits(session)).toEqual([]);
    const sealed = entry('recordSealed', '2026-11-02', [{ person: one.person }], { shared: { sealedOn: '2026-11-02' } });
    const because = { person: one.person, reason: 'Adoption order' };
    expect(await record.sealWith(manager, because, [sealed], await readAs(record, manager, one.person))).toEqual({ kind: 'appended' });
    for (const session of [manager, head, officer]) expect(await waits(session)).toEqual([]);
    const opening = await record.openSealed(officer, one.person, 'An adopted adult asks');
    const old = 'record' in opening ? await record.read(opening.record) : undefined;
    expect(old?.history.at(-1)?.step).toBe('recordSealed');
    expect(old?.clocks.find(({ rule }) => rule === 'recordSealed')?.metOn).toBe('2026-11-02');
  });
  it('is sealed, and the new record begun, in one: where either is refused, neither is done', async () => {
    const [one, now] = [child(5), child(6)];
    await say(worker, details(one.person, born(one)));
    await openedBy(record, manager, one.person);
    const sealing = { person: one.person, reason: 'Adopted' };
    const known = async () => readAs(record, manager, one.person);
    const begun = details(now.person, born(now));
    const stands = async (person: string) => (await readAs(record, worker, person)).get(person)?.history.map(({ step }) => step);
    expect(await record.sealWith(manager, sealing, [begun], await known()), 'no order: nothing begun').toMatchObject({
      message: expect.stringContaining('adoption order'),
    });
    expect(await record.sealWith({ ...manager, authority: 2 }, sealing, [begun], new Map())).toMatchObject({ kind: 'refused' });
    expect(await stands(one.person)).toEqual(['personDetails']);
    const { rows } = await at.owner.transaction(null, (sql) => sql.query('select from record.ledger where person = $1', [now.person]));
    expect(rows, 'nothing was begun').toEqual([]);
    const wrong = { ...begun, step: 'noSuchStep' };
    expect(await record.sealWith(manager, sealing, [order(one.person), wrong], await known())).toMatchObject({ kind: 'refused' });
    expect(await stands(one.person), 'neither the order nor the seal').toEqual(['personDetails']);
    expect(await record.sealWith(manager, sealing, [order(one.person), begun], await known())).toEqual({ kind: 'appended' });
    expect(await stands(now.person)).toEqual(['personDetails']);
    expect((await record.open(worker, [one.person], 'To see whether it is sealed')).get(one.person)).toEqual({ kind: 'unknown' });
  });

  it('is known to an import, which begins no second record under the old number, and is not written by it', async () => {
    const { old } = await adopted([], []);
    const administrator = as('administrator');
    expect((await record.identify(administrator, [{ kind: 'LAchildID', value: old.number }])).size).toBe(1);
    expect((await record.identify(worker, [{ kind: 'LAchildID', value: old.number }])).size).toBe(0);
  });
});

describe('a seal that is wrong', () => {
  it('is lifted by two officers who have opened the record, and by nobody else; it is then restricted to the two, and told again once that is lifted', async () => {
    const { old, family } = await adopted(['sister', 'mother', 'carer', 'home', 'visit'], []);
    const second = as('teamManager');
    await addMember(at.owner, {
      authority: 1,
      member: second.actor,
      name: 'Second',
      email: `${second.actor}@example.org`,
      roles: ['teamManager'],
    });
    const asked = { why: 'wrongRecord', reason: 'The order is of her brother' } as const;
    for (const session of sessions()) {
      expect(await record.askUnseal(session, old.person, asked), session.roles.join()).toMatchObject({ kind: 'refused' });
      expect(await record.confirmUnseal(session, old.person, true), session.roles.join()).toMatchObject({ kind: 'refused' });
      expect(await record.unsealsWaiting(session), session.roles.join()).toEqual([]);
    }
    expect(await record.askUnseal(officer, old.person, asked)).toMatchObject({ message: expect.stringMatching(/^Open the sealed record/) });
    await record.openSealed(officer, old.person, 'A letter of the court');
    expect(await record.askUnseal(officer, old.person, { ...asked, reason: '' })).toMatchObject({ kind: 'refused' });
    expect(await record.askUnseal(officer, old.person, asked)).toEqual({ kind: 'done' });
    expect(await record.askUnseal(officer, old.person, asked)).toMatchObject({ kind: 'refused' });
    expect(await record.confirmUnseal(officer, old.person, true)).toMatchObject({ kind: 'refused' });
    expect(await record.unsealsWaiting(second)).toEqual([]);
    await record.nameSealOfficer(head, second.actor, false);
    expect((await record.unsealsWaiting(second)).map(({ person, why, askedBy }) => [person, why, askedBy])).toContainEqual([
      old.person,
      'wrongRecord',
      officer.actor,
    ]);
    expect(await record.confirmUnseal(second, old.person, true)).toMatchObject({ kind: 'refused' });
    await record.openSealed(second, old.person, 'To see what is asked');
    expect(await record.confirmUnseal(second, old.person, true)).toEqual({ kind: 'done' });
    expect(await record.unsealsWaiting(second)).toEqual([]);
    expect((await record.open(worker, [old.person], 'To see')).get(old.person)?.kind).toBe('restricted');
    expect(found(await askedBy(worker, [old.person], old, new Date().toISOString()), [old.first])).not.toEqual([old.first, old.first]);
    await openedBy(record, second, old.person);
    expect(await record.lift(second, old.person, 'Looked at')).toEqual({ kind: 'done' });
    const opened = await openedBy(record, worker, old.person);
    expect(JSON.stringify((await record.read(opened)).history)).toContain(old.first);
    expect((await record.relatives(opened)).map(({ person }) => person)).toEqual(expect.arrayContaining([family.sister, family.mother]));
    const sister = await openedBy(record, worker, family.sister);
    expect((await record.relatives(sister)).map(({ person }) => person)).toContain(old.person);
    expect(Object.keys(await verify(at.owner, 1)).toSorted(), 'no broken link').toEqual(['children', 'lines']);
    await openedBy(record, manager, old.person);
    expect(await record.seal(manager, old.person, 'Of the right child after all')).toEqual({ kind: 'done' });
    expect((await record.open(worker, [old.person], 'To see')).get(old.person)?.kind).toBe('unknown');
  });

  it('stays where another officer leaves it', async () => {
    const { old } = await adopted(['sister'], []);
    await record.openSealed(officer, old.person, 'A letter of the court');
    expect(await record.askUnseal(officer, old.person, { why: 'orderSetAside', reason: 'The court of appeal' })).toEqual({ kind: 'done' });
    expect(await record.confirmUnseal(officer, old.person, false)).toEqual({ kind: 'done' });
    const { rows } = await at.owner.pool.query<{ by: string; confirmed: string | null }>(
      'select withdrawn_by as by, confirmed_by as confirmed from record.seal_lift where person = $1',
      [old.person],
    );
    expect(rows).toEqual([{ by: officer.actor, confirmed: null }]);
    expect((await record.unsealsWaiting(officer)).map(({ person }) => person)).not.toContain(old.person);
    expect((await record.open(worker, [old.person], 'To see')).get(old.person)?.kind).toBe('unknown');
  });
});
