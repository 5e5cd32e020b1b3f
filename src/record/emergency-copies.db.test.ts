import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from './contract.ts';
import { copiesMade, namesWithheld, numberCopy, type NewCopy } from './emergency-copies.ts';
import { syncPermissions } from './members.ts';
import { as, begin, derivation, entry, fixture, openedBy, otherTeam, type Fixture } from './record.fixture.ts';
import { practitioners } from '../kernel/step/permission.ts';
import { createRecord } from './record.ts';

let at: Fixture;
const may = { record: ['headOfService', 'teamManager'], read: ['headOfService', 'teamManager', 'administrator'] } as const;
beforeAll(async () => {
  at = await fixture();
  const steps = ['begin', 'plan', 'visit'].map((step) => [step, { record: ['socialWorker', 'teamManager'], read: practitioners }] as const);
  for (const authority of [1, 2])
    await syncPermissions(at.owner, authority, new Map<string, typeof may>([...(steps as never), ['emergencyCopy', may]]));
});
afterAll(() => at.drop());

const head = as('headOfService');
const manager = as('teamManager', { scope: 'teams' });
const worker = as('socialWorker');

async function child(answers: object = {}, onPlan = true, session: Session = worker): Promise<string> {
  const person = randomUUID();
  const entries = [begin(person, { ...answers }), ...(onPlan ? [entry('plan', '2026-01-05', [{ person }])] : [])];
  expect(await at.record.append(session, entries, new Map())).toEqual({ kind: 'appended' });
  return person;
}

const asked = (more: Partial<NewCopy> = {}): NewCopy => ({
  copy: randomUUID(),
  kind: 'copy',
  recipient: 'Night duty',
  scope: 'The whole authority',
  expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  ...more,
});

async function copied(session: Session, more: Partial<NewCopy> = {}) {
  const made = await numberCopy(at.app, session, asked(more));
  if (made.kind === 'refused') throw new Error(made.message);
  return { number: made.copy.number, people: made.copy.children.map(({ person }) => person), children: made.copy.children };
}
const refusal = async (session: Session, more: Partial<NewCopy> = {}): Promise<string> => {
  const made = await numberCopy(at.app, session, asked(more));
  return made.kind === 'refused' ? made.message : '';
};

describe('an emergency copy', () => {
  it('holds every child on a plan, with clocks, and says in each record that it does', async () => {
    const [onPlan, other] = [await child(), await child({}, false)];
    const { number, people, children } = await copied(head);
    expect(people).toContain(onPlan);
    expect(people).not.toContain(other);
    expect(children.find(({ person }) => person === onPlan)?.clocks).toMatchObject([{ rule: 'visit', dueOn: '2026-01-15' }]);
    const opened = await openedBy(at.record, worker, onPlan);
    expect(await at.record.whoOpened(opened)).toContainEqual(
      expect.objectContaining({ actor: head.actor, reason: `In emergency copy number ${number}, for Night duty` }),
    );
    const before = await openedBy(at.record, worker, other);
    expect((await at.record.whoOpened(before)).map(({ actor }) => actor)).not.toContain(head.actor);
  });

  it('holds children looked after too', async () => {
    const lookedAfter = {
      ...derivation,
      standing: (history: never) => ({ ...derivation.standing(history), lookedAfterSince: '2026-01-01' }),
    };
    const person = randomUUID();
    const record = createRecord({ database: at.app, derivation: lookedAfter as never });
    expect(await record.append(worker, [begin(person)], new Map())).toEqual({ kind: 'appended' });
    expect((await copied(head)).people).toContain(person);
  });

  it('never holds a child whose record is restricted, not even for those named to read it', async () => {
    const person = await child();
    const inside = as('headOfService');
    expect(await at.record.restrict(manager, person, { readers: [inside.actor, head.actor], ring: 'Adoption', reason: 'adopted' })).toEqual(
      {
        kind: 'done',
      },
    );
    for (const session of [inside, head, manager]) expect((await copied(session)).people).not.toContain(person);
    const opened = await openedBy(at.record, inside, person, 'mine');
    expect((await at.record.whoOpened(opened)).filter(({ reason }) => reason.startsWith('In emergency copy'))).toEqual([]);
  });

  it('is made by those who may: a manager of their own teams, not a social worker, nobody of another authority', async () => {
    const [mine, theirs] = [await child(), await child({ team: otherTeam })];
    const ours = (await copied(manager)).people;
    expect(ours).toContain(mine);
    expect(ours).not.toContain(theirs);
    expect(await refusal(manager, { teams: [otherTeam] })).toContain('your own teams only');
    expect((await copied(head, { teams: [otherTeam] })).people).toContain(theirs);
    expect((await copied(head, { teams: [otherTeam] })).people).not.toContain(mine);
    for (const role of ['socialWorker', 'performanceAnalyst', 'administrator', 'reviewingOfficer'] as const)
      expect(await refusal(as(role))).toContain('may not make an emergency copy');
    expect(await refusal(as('headOfService', { authority: 2 }))).toContain('nothing to copy');
    expect(await refusal(as('teamManager', { scope: 'teams', teams: [] }))).toContain('nothing to copy');
  });

  it('holds one worker’s children when asked for a pack, and the record says that it was one', async () => {
    const mine = await child({ worker: worker.actor });
    const { people, number } = await copied(head, { kind: 'pack', worker: worker.actor });
    expect(people).toEqual([mine]);
    const opened = await openedBy(at.record, worker, mine);
    expect((await at.record.whoOpened(opened)).map(({ reason }) => reason)).toContain(`In caseload pack number ${number}, for Night duty`);
  });

  it('is refused without a name for whom, or for longer than a fortnight, and takes no number', async () => {
    await child();
    const { number } = await copied(head);
    expect(await refusal(head, { recipient: ' ' })).toContain('for whom');
    expect(await refusal(head, { expiresAt: new Date(Date.now() + 20 * 86_400_000).toISOString() })).toContain('14 days');
    expect(await refusal(head, { expiresAt: new Date(Date.now() - 1000).toISOString() })).toContain('14 days');
    expect((await copied(head)).number).toBe(number + 1);
  });

  it('is made once from one form', async () => {
    await child();
    const copy = randomUUID();
    const { number } = await copied(head, { copy });
    expect(await refusal(head, { copy })).toContain(`number ${number}`);
    const both = await Promise.all([1, 2].map(() => numberCopy(at.app, head, asked({ copy: 'aaaaaaaa-0000-4000-8000-000000000001' }))));
    expect(both.map(({ kind }) => kind).sort()).toEqual(['numbered', 'refused']);
  });

  it('is numbered without a gap, however many are made at once', async () => {
    await child();
    const first = (await copied(head)).number;
    const numbers = await Promise.all(Array.from({ length: 12 }, async () => (await copied(head)).number));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => first + 1 + n));
  });

  it('begins at one in each authority', async () => {
    const there = as('socialWorker', { authority: 2 });
    const person = await child({}, true, there);
    const { number, people } = await copied(as('headOfService', { authority: 2 }));
    expect([number, people]).toEqual([1, [person]]);
  });
});

describe('the log of copies', () => {
  it('is seen whole by those who see the whole service, and by a manager for their own teams', async () => {
    await child({ team: otherTeam });
    const { number } = await copied(head, { teams: [otherTeam], scope: 'South' });
    const own = (await copied(manager)).number;
    const seen = async (session: Session) => (await copiesMade(at.app, session)).map((line) => line.number);
    expect(await seen(head)).toEqual(expect.arrayContaining([number, own]));
    expect(await seen(as('administrator', { scope: 'none' }))).toContain(number);
    expect(await seen(manager)).toContain(own);
    expect(await seen(manager)).not.toContain(number);
    expect(await seen(worker)).toEqual([]);
    expect(await seen(as('headOfService', { authority: 2 }))).not.toContain(number + 1);
    const [line] = (await copiesMade(at.app, head)).filter((one) => one.number === number);
    expect(line).toMatchObject({ kind: 'copy', madeBy: head.actor, madeHow: 'page', recipient: 'Night duty', scope: 'South' });
  });

  it('cannot be read, changed or added to but through its functions', async () => {
    for (const statement of [
      'update record.emergency_copy set recipient = recipient',
      'delete from record.emergency_copy',
      'insert into record.emergency_copy default values',
    ])
      await expect(at.app.transaction(head, (sql) => sql.query(statement))).rejects.toThrow(/permission denied/);
    expect((await at.app.transaction(head, (sql) => sql.query('select from record.emergency_copy'))).rowCount).toBe(0);
  });

  it('says that a command made it, which is the owner’s alone', async () => {
    await child();
    const made = await numberCopy(at.owner, as('administrator', { scope: 'all' }), asked());
    expect(made.kind).toBe('numbered');
    expect((await copiesMade(at.app, head))[0]).toMatchObject({ madeHow: 'command' });
  });
});

describe('the names that are withheld', () => {
  it('are those of restricted children, as they are now and as they were, to those who may make a copy', async () => {
    const person = await child({ name: 'Øyvind-Zoë O’Malley' });
    const withheld = async (session: Session) =>
      [...(await namesWithheld(at.app, session, ['øyvind', 'Øyvind', 'zoe', 'malley', 'MALLEY', 'ben', 'o']))].sort();
    expect(await withheld(head)).toEqual([]);
    await at.record.restrict(manager, person, { readers: [], ring: 'Adoption', reason: 'adopted' });
    expect(await withheld(head)).toEqual(['malley', 'zoe', 'Øyvind', 'øyvind'].sort());
    expect(await withheld(worker)).toEqual([]);
    expect(await withheld(as('headOfService', { authority: 2 }))).toEqual([]);
    await at.record.breakGlass(head, person, 'nobody is named');
    await at.record.lift(head, person, 'over');
    expect(await withheld(head)).toEqual([]);
  });
});
