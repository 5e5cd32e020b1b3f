import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { rebuild } from './rebuild.ts';
import { as, begin, derivation, entry, fixture, readAs, type Fixture } from './record.fixture.ts';

let at: Fixture;
beforeAll(async () => {
  at = await fixture();
});
afterAll(() => at.drop());

const worker = as('socialWorker');
let people: readonly string[] = [];
/** Numbers of this test alone. */
let numbers: readonly string[] = [];
beforeEach(() => startAnew());

async function startAnew(): Promise<void> {
  [people, numbers] = [Array.from({ length: 3 }, () => randomUUID()), Array.from({ length: 3 }, () => randomUUID())];
  await at.record.append(
    worker,
    people.map((person) => begin(person)),
    new Map(),
  );
}

const who = (n: number): string => people[n] ?? '';
const number = (n: number): string => numbers[n] ?? '';
const local = (value: string) => ({ kind: 'local', value });

/** @returns the position at which it stands in the child's chain */
async function claims(person: string, value: string, corrects?: number): Promise<number> {
  const asRead = await readAs(at.record, worker, person);
  const about = { person, answers: { number: value }, ...(corrects === undefined ? {} : { corrects, reason: 'Mistyped' }) };
  expect(await at.record.append(worker, [entry('visit', '2026-02-01', [about])], asRead)).toEqual({ kind: 'appended' });
  return (asRead.get(person)?.position ?? 0) + 1;
}

const holder = async (value: string) => (await at.record.identify(worker, [local(value)])).get(`local ${value}`);
const claimants = async (value: string) => (await at.record.claimants(worker, [local(value)])).get(`local ${value}`) ?? [];

it('a number given to another child by mistake is its own child’s again when the mistake is put right', async () => {
  await claims(who(0), number(0));
  const mistaken = await claims(who(1), number(1));
  await claims(who(2), number(1));
  expect([await holder(number(1)), await claimants(number(1))]).toEqual([who(1), [who(1), who(2)]]);
  await claims(who(1), number(2), mistaken);
  expect([await holder(number(1)), await claimants(number(1))]).toEqual([who(2), [who(2)]]);
  expect((await rebuild(at.owner, 1, derivation)).differences).toEqual([]);
});

it('twins whose numbers were swapped have each their own when both are put right, in whichever order', async () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ]) {
    await startAnew();
    const positions = [await claims(who(0), number(1)), await claims(who(1), number(0))];
    for (const n of order) await claims(who(n), number(n), positions[n]);
    expect([await holder(number(0)), await holder(number(1))]).toEqual([who(0), who(1)]);
  }
});

it('nobody of another authority, and nobody without an authority, is told whose a number is', async () => {
  await claims(who(0), number(0));
  expect(await at.record.claimants(as('socialWorker', { authority: 2 }), [local(number(0))])).toEqual(new Map());
  expect((await at.app.pool.query('select * from record.identify($1)', [JSON.stringify([local(number(0))])])).rows).toEqual([]);
});

/** Who claims what, as the statements say: a list of statements of each child, in the order in which each number was first said without a break. */
class Model {
  private readonly said = new Map<string, Map<number, string>>();
  private order: readonly (readonly [person: string, value: string])[] = [];

  says(person: string, position: number, value: string | undefined): void {
    const said = this.said.get(person) ?? new Map<number, string>();
    this.said.set(person, said);
    if (value === undefined) said.delete(position);
    else said.set(position, value);
    this.order = this.order.filter(([who, what]) => who !== person || [...said.values()].includes(what));
    for (const each of said.values())
      if (!this.order.some(([who, what]) => who === person && what === each)) this.order = [...this.order, [person, each]];
  }

  claimants = (value: string): readonly string[] => this.order.filter(([, what]) => what === value).map(([person]) => person);
  positions = (person: string): readonly number[] => [...(this.said.get(person)?.keys() ?? [])];
}

const act = fc.record({ who: fc.nat(2), number: fc.nat(2), which: fc.nat(9), kind: fc.constantFrom('claim', 'correct', 'strike', 'swap') });
type Act = {
  readonly who: number;
  readonly number: number;
  readonly which: number;
  readonly kind: 'claim' | 'correct' | 'strike' | 'swap';
};

/** One statement about one child: a correction keeps the place of what it corrects, and later ones correct the latest. */
async function state(model: Model, latest: Map<string, number>, one: { person: string; root?: number; value?: string }): Promise<void> {
  const { person, root, value } = one;
  const asRead = await readAs(at.record, worker, person);
  const position = (asRead.get(person)?.position ?? 0) + 1;
  const corrects = root === undefined ? undefined : (latest.get(`${person} ${root}`) ?? root);
  const about = {
    person,
    answers: value === undefined ? {} : { number: value },
    ...(corrects === undefined ? {} : { corrects, reason: 'Put right' }),
    ...(value === undefined ? { tombstone: true } : {}),
  };
  expect(await at.record.append(worker, [entry('visit', '2026-02-01', [about])], asRead)).toEqual({ kind: 'appended' });
  latest.set(`${person} ${root ?? position}`, position);
  model.says(person, root ?? position, value);
}

async function perform(model: Model, latest: Map<string, number>, { kind, which, ...one }: Act): Promise<void> {
  const [person, other] = [who(one.who), who((one.who + 1) % 3)];
  const rootOf = (whose: string) => model.positions(whose)[which % Math.max(1, model.positions(whose).length)];
  const [root, others] = [rootOf(person), rootOf(other)];
  if (kind === 'claim') await state(model, latest, { person, value: number(one.number) });
  else if (root !== undefined && kind === 'strike') await state(model, latest, { person, root });
  else if (root !== undefined && kind === 'correct') await state(model, latest, { person, root, value: number(one.number) });
  else if (root !== undefined && others !== undefined) {
    await state(model, latest, { person, root, value: number((one.number + 1) % 3) });
    await state(model, latest, { person: other, root: others, value: number(one.number) });
  }
}

const storedClaims = async () =>
  (await at.owner.pool.query('select kind, value, person, claimed_at from record.identifier where authority = 1 order by value, person'))
    .rows;

it('after any sequence of numbers claimed, corrected, struck out and swapped, whose they are is what the statements say, and what a rebuild finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 9 }), async (acts) => {
      await startAnew();
      const [model, latest] = [new Model(), new Map<string, number>()];
      for (const one of acts) await perform(model, latest, one);
      for (const value of numbers) {
        expect(await claimants(value)).toEqual(model.claimants(value));
        expect(await holder(value)).toBe(model.claimants(value)[0]);
      }
      expect((await rebuild(at.owner, 1, derivation)).differences).toEqual([]);
      const stored = await storedClaims();
      await at.owner.pool.query('delete from record.identifier where value = any($1)', [numbers]);
      await rebuild(at.owner, 1, derivation, { write: true });
      expect(await storedClaims()).toEqual(stored);
    }),
    { numRuns: 13 }, // on each of two servers, never the same
  );
});
