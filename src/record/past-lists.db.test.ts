import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from './contract.ts';
import { rebuild } from './rebuild.ts';
import { as, begin, derivation, entry, fixture, otherTeam, readAs, team, type Fixture } from './record.fixture.ts';

let at: Fixture;
beforeAll(async () => {
  at = await fixture();
});
afterAll(() => at.drop());

const clerk = as('socialWorker');
const [here, there] = [team, otherTeam].map((one) => as('teamManager', { scope: 'teams', teams: [one] }));
if (here === undefined || there === undefined) throw new Error('two teams');
const head = as('headOfService');
const elsewhere = as('headOfService', { authority: 2 });

/** The instant by which something was known; later than what was recorded, earlier than what will be. */
async function instant(): Promise<string> {
  const { rows } = await at.owner.pool.query<{ at: string }>("select to_json(clock_timestamp()) #>> '{}' as at");
  return rows[0]?.at ?? '';
}
async function onPlan(answers: object = {}): Promise<string> {
  const person = randomUUID();
  const entries = [begin(person, { ...answers }), entry('plan', '2026-01-05', [{ person }])];
  expect(await at.record.append(clerk, entries, new Map())).toEqual({ kind: 'appended' });
  return person;
}
async function moved(person: string, answers: object): Promise<void> {
  const said = entry('visit', '2026-01-08', [{ person, answers: { ...answers } }]);
  expect(await at.record.append(clerk, [said], await readAs(at.record, clerk, person))).toEqual({ kind: 'appended' });
}

const populations = { onPlan: true, lookedAfter: true } as const;
const listed = async (session: Session, knownAt: string | undefined, more: object = {}) =>
  (await at.record.list(session, { ...populations, ...(knownAt === undefined ? {} : { knownAt }), ...more })).map(({ person }) => person);
const figures = async (session: Session, knownAt: string, teams?: readonly string[]) =>
  (await at.record.counts(session, [knownAt], teams)).map((one) => [one.onPlan, one.moved])[0];

describe('a list of the past', () => {
  it('is for those entitled today, as it stood then; it says how many have gone, and gives their limits to nobody else', async () => {
    const person = await onPlan();
    const then = await instant();
    expect([await listed(here, then), await listed(there, then)]).toEqual([[person], []]);
    expect([await figures(here, then), await figures(there, then)]).toEqual([
      [1, 0],
      [0, 0],
    ]);
    await moved(person, { team: otherTeam });
    for (const knownAt of [undefined, then]) expect([await listed(here, knownAt), await listed(there, knownAt)]).toEqual([[], [person]]);
    const [asItStood] = await at.record.list(there, { ...populations, knownAt: then });
    expect(asItStood).toMatchObject({ standing: { team }, clocks: [{ rule: 'visit', dueOn: '2026-01-15' }] });
    expect(await listed(there, then, { teams: [otherTeam] }), 'it was not theirs then').toEqual([]);
    expect(await at.record.movedSince(here, populations, then)).toBe(1);
    expect(await at.record.movedSince(here, { ...populations, teams: [otherTeam] }, then)).toBe(0);
    expect(await at.record.movedSince(here, { lookedAfter: true }, then)).toBe(0);
    expect([await figures(here, then), await figures(here, then, [team]), await figures(there, then), await figures(head, then)]).toEqual([
      [0, 1],
      [0, 1],
      [1, 0],
      [1, 0],
    ]);
    for (const session of [there, head, elsewhere, { ...here, authority: 2 }, { ...here, scope: 'none' as const }])
      expect(await at.record.movedSince(session, populations, then), session.roles.join()).toBe(0);
    const clocks = (session: Session) =>
      at.app.transaction(session, (sql) => sql.query('select from record.listed_clocks($1, $2, null)', [[person], then]));
    expect([(await clocks(here)).rowCount, (await clocks(there)).rowCount]).toEqual([0, 1]);
    await moved(person, { team });
    expect([await listed(here, then), await at.record.movedSince(here, populations, then)]).toEqual([[person], 0]);
  });

  it('is of one’s own children in the same way', async () => {
    const [first, second] = [as('socialWorker', { scope: 'own' }), as('socialWorker', { scope: 'own' })];
    const person = await onPlan({ worker: first.actor });
    const then = await instant();
    await moved(person, { worker: second.actor });
    expect([await listed(first, then), await listed(second, then)]).toEqual([[], [person]]);
    expect([await figures(first, then), await figures(second, then)]).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('is written to by a move, and by nothing else', async () => {
    const person = await onPlan();
    const seenOn = (day: string, answers: object = {}) => entry('visit', day, [{ person, answers: { ...answers } }]);
    const ofBefore = async () => {
      const asked =
        "select xmin::text as version, team_now from record.standing where person = $1 and known_to < 'infinity' order by known_from limit 1";
      return (await at.owner.pool.query<{ version: string; team_now: string }>(asked, [person])).rows[0];
    };
    const say = async (visit: ReturnType<typeof seenOn>) =>
      expect(await at.record.append(clerk, [visit], await readAs(at.record, clerk, person))).toEqual({ kind: 'appended' });
    await say(seenOn('2026-01-08'));
    const first = await ofBefore();
    await say(seenOn('2026-01-09'));
    expect(await ofBefore()).toEqual(first);
    await say(seenOn('2026-01-10', { team: otherTeam }));
    expect(await ofBefore()).toMatchObject({ team_now: otherTeam });
  });

  it('counts nobody who is restricted among those who have gone', async () => {
    const person = await onPlan();
    const then = await instant();
    await moved(person, { team: otherTeam });
    const before = await at.record.movedSince(here, populations, then);
    await at.record.restrict(there, person, { readers: [here.actor], ring: 'Adoption', reason: 'adopted' });
    expect(await at.record.movedSince(here, populations, then)).toBe(before - 1);
    expect(await listed(here, then), 'named for it: in their lists, whoever has the child').toContain(person);
    expect(await listed(there, then)).not.toContain(person);
  });

  it('leaves nobody out in silence, whatever moved and whenever is asked', async () => {
    const teams = [randomUUID(), randomUUID()] as const;
    const managers = teams.map((one) => ({ one, session: as('teamManager', { scope: 'teams', teams: [one] }) }));
    const move = fc.record({ who: fc.nat(2), to: fc.constantFrom(...teams) });
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 6 }), async (moves) => {
        const now = new Map<string, string>();
        for (let n = 0; n < 3; n += 1) now.set(await onPlan({ team: teams[0] }), teams[0]);
        const people = [...now.keys()];
        const asked: string[] = [];
        for (const { who, to } of moves) {
          asked.push(await instant());
          await moved(people[who] ?? '', { team: to });
          now.set(people[who] ?? '', to);
        }
        for (const { one, session } of managers)
          for (const then of asked) {
            const theirs = await listed(session, then, { people });
            expect(theirs.toSorted()).toEqual(people.filter((person) => now.get(person) === one).toSorted());
            const ofTeam = await listed(session, then, { teams: [one] });
            const gone = await at.record.movedSince(session, { ...populations, teams: [one] }, then);
            expect(await figures(session, then, [one])).toEqual([ofTeam.length, gone]);
            expect(ofTeam.length + gone).toBe((await listed(head, then, { teams: [one] })).length);
          }
      }),
      { numRuns: 6 },
    );
    expect((await rebuild(at.owner, 1, derivation)).differences).toEqual([]);
  });
});
