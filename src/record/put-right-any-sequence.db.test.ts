import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { date } from '../kernel/calendar/dates.ts';
import { whatWasStruck } from '../kernel/step/history.ts';
import type { Appended, Opening, Session } from './contract.ts';
import { noteNewAuthority } from './derivation-runs.ts';
import { addMember, addTeam } from './members.ts';
import { comparePast } from './past.ts';
import { rebuild } from './rebuild.ts';
import { admitted, as, begin, derivation, entry, fixture, openedBy, otherTeam, readAs, team, type Fixture } from './record.fixture.ts';
import { verify } from './verify.ts';

let at: Fixture;
const authorities = [1, 2] as const;
/** In each authority a worker and a colleague of one team, its manager, and a manager of another team. */
const casts = authorities.map((authority) => ({
  authority,
  people: {
    worker: as('socialWorker', { authority }),
    colleague: as('socialWorker', { authority }),
    manager: as('teamManager', { authority }),
    otherManager: as('teamManager', { authority, teams: [otherTeam] }),
  },
}));
const names = ['worker', 'colleague', 'manager', 'otherManager'] as const;
type Name = (typeof names)[number];

beforeAll(async () => {
  at = await fixture();
  for (const { authority, people } of casts) {
    await noteNewAuthority(at.owner, authority, derivation);
    await addTeam(at.owner, { authority, team, name: 'North' });
    for (const { actor } of [people.worker, people.colleague])
      await addMember(at.owner, {
        authority,
        member: actor,
        name: 'Somebody',
        email: `${actor}@example.org`,
        team,
        roles: ['socialWorker'],
      });
  }
});
afterAll(() => at.drop());

/** What the record should be, in memory: each statement, on whose record it is, what it said and who may still read it. */
type Kept = {
  entry: string;
  child: number;
  writers: Set<string>;
  versions: string[];
  state: 'stands' | 'struck';
};

const mayPutRight = (session: Session, name: Name, { writers }: Kept, cast: (typeof casts)[number]): boolean =>
  writers.has(session.actor) ||
  (name === 'manager' && [cast.people.worker.actor, cast.people.colleague.actor].some((one) => writers.has(one)));

const act = fc.record({
  what: fc.constantFrom('record', 'correct', 'correct', 'strike', 'move', 'move'),
  who: fc.constantFrom(...names),
  authority: fc.nat(1),
  child: fc.nat(1),
  which: fc.nat(5),
});

const refused = 'A statement is put right by whoever wrote it, or by their manager';

it('after any sequence by several people in two authorities: what is read is what an account kept in memory says, and nobody reads what they may not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 9 }), async (acts) => {
      const children = await Promise.all(casts.map(({ people }) => begun(people.worker)));
      const kept: Kept[][] = [[], []];
      const left: { child: number; words: string[]; by: string }[][] = [[], []];
      for (const [n, { what, who, authority, child, which }] of acts.entries()) {
        const cast = casts[authority === 0 ? 0 : 1] ?? casts[0];
        const here = children[authority] ?? [];
        const session = cast?.people[who];
        const person = here[child] ?? '';
        const all = kept[authority] ?? [];
        if (cast === undefined || session === undefined) throw new Error('Nobody');
        const words = `words ${n} of ${randomUUID()}`;
        if (what === 'record') {
          const made = entry('visit', '2026-02-03', [{ person }], { shared: { words } });
          expect(await at.record.append(session, [made], await readAs(at.record, session, person))).toEqual({ kind: 'appended' });
          all.push({ entry: made.entry, child, writers: new Set([session.actor]), versions: [words], state: 'stands' });
          continue;
        }
        const standing = all.filter((one) => one.child === child && one.state === 'stands');
        const one = standing[which % Math.max(1, standing.length)];
        if (one === undefined) continue;
        const outcome = await putRight(session, what, person, one, words, here[1 - child] ?? '');
        if (!mayPutRight(session, who, one, cast)) {
          expect(outcome).toEqual({ kind: 'refused', message: refused });
          continue;
        }
        expect(outcome).toEqual({ kind: 'appended' });
        one.writers.add(session.actor);
        if (what === 'correct') one.versions.push(words);
        else if (what === 'strike') one.state = 'struck';
        else {
          left[authority]?.push({ child, words: [...one.versions], by: session.actor });
          one.child = 1 - child;
          const theirs = (await readAs(at.record, session, here[1 - child] ?? '')).get(here[1 - child] ?? '');
          one.entry = theirs?.history.find(({ answers }) => answers['words'] === one.versions.at(-1))?.entry ?? '';
        }
      }
      await isAsKept(children, kept, left);
    }),
    { numRuns: 6 },
  );
  for (const authority of authorities) {
    expect(await verify(at.owner, authority)).not.toHaveProperty('broken');
    expect((await rebuild(at.owner, authority, derivation)).differences).toEqual([]);
    expect(await comparePast(at.owner, authority, derivation)).toMatchObject({ notCompared: 0, differences: [] });
  }
});

async function begun(worker: Session): Promise<readonly string[]> {
  const people = [randomUUID(), randomUUID()];
  await at.record.append(
    worker,
    people.map((person) => begin(person)),
    new Map(),
  );
  return people;
}

async function putRight(session: Session, what: string, person: string, one: Kept, words: string, other: string): Promise<Appended> {
  const asRead = await readAs(at.record, session, person, other);
  if (what === 'move') {
    const open = await at.record.open(session, [person, other], 'to move it');
    const [from, to] = [admitted(open.get(person)), admitted(open.get(other))];
    const asked = { entry: one.entry, tombstone: randomUUID(), on: date('2026-02-10'), neutral: 'wrongRecord', reason: 'Two of one name' };
    return at.record.move(session, { from, to, ...asked });
  }
  const statement = asRead.get(person)?.history.find(({ entry: id }) => id === one.entry);
  const corrects = statement?.corrections.at(-1)?.position ?? statement?.position ?? 0;
  const about = [{ person, corrects, reason: 'Not so', ...(what === 'strike' ? { tombstone: true } : {}) }];
  return at.record.append(session, [entry('visit', '2026-02-03', about, { shared: what === 'strike' ? {} : { words } })], asRead);
}

/** Reads every record as everybody, now and at every instant, and compares. */
async function isAsKept(
  children: readonly (readonly string[])[],
  kept: readonly Kept[][],
  left: readonly { child: number; words: string[]; by: string }[][],
) {
  for (const [authority, cast] of casts.entries())
    for (const name of names)
      for (const [child, person] of (children[authority] ?? []).entries()) {
        const session = cast.people[name];
        const record = (await readAs(at.record, session, person)).get(person);
        if (record === undefined) throw new Error('Not read');
        const here = (kept[authority] ?? []).filter((one) => one.child === child);
        const versions = (state: Kept['state']) =>
          here
            .filter((one) => one.state === state)
            .map((one) => [...one.versions].join())
            .sort();
        const stated = record.history.filter(({ step }) => step === 'visit');
        expect(stated.map((one) => versionsRead(record.chain, one).join()).sort()).toEqual(versions('stands'));
        const struck = whatWasStruck(record.chain).filter(({ by }) => by.step === 'visit');
        expect(struck).toHaveLength(versions('struck').length);
        const mayRead = here.filter((one) => one.state === 'struck' && (name.endsWith('anager') || one.writers.has(session.actor)));
        expect(
          struck.flatMap(({ lines }) => (lines.length === 0 ? [] : [lines.map(({ answers }) => answers['words']).join()])).sort(),
        ).toEqual(mayRead.map((one) => one.versions.join()).sort());
        const gone = (left[authority] ?? []).filter((one) => one.child === child);
        expect(
          whatWasStruck(record.chain)
            .filter(({ by }) => by.step === 'movedEntry')
            .map(({ by }) => by.recordedBy)
            .sort(),
        ).toEqual(gone.map(({ by }) => by).sort());
        await saysNothingOf(session, person, record.chain, gone, here);
        const theirs = casts[1 - authority]?.people[name];
        if (theirs !== undefined)
          expect((await at.record.open(theirs, [person], 'curious')).get(person)).toEqual<Opening>({ kind: 'unknown' });
      }
}

const versionsRead = (
  chain: readonly { position: number; answers: Readonly<Record<string, unknown>> }[],
  one: { position: number; corrections: readonly { answers: Readonly<Record<string, unknown>> }[] },
) => [...chain.filter(({ position }) => position === one.position), ...one.corrections].map(({ answers }) => answers['words']);

async function saysNothingOf(
  session: Session,
  person: string,
  chain: readonly { recordedAt: string }[],
  gone: readonly { words: readonly string[] }[],
  here: readonly Kept[],
): Promise<void> {
  // What was moved away, and has not come back, is not said at the instant at which it stood here either.
  const back = new Set(here.flatMap(({ versions }) => versions));
  const words = gone.flatMap((one) => one.words).filter((one) => !back.has(one));
  if (words.length === 0) return;
  const opened = await openedBy(at.record, session, person, 'to look back');
  for (const instant of new Set(chain.map(({ recordedAt }) => recordedAt))) {
    const then = JSON.stringify(await at.record.read(opened, instant));
    for (const one of words) expect(then).not.toContain(one);
  }
}
