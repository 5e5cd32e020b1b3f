import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noteNewAuthority } from './derivation-runs.ts';
import { comparePast } from './past.ts';
import { rebuild } from './rebuild.ts';
import { as, derivation, entry, fixture, readAs, type Fixture } from './record.fixture.ts';
import { verify } from './verify.ts';

let at: Fixture;
beforeAll(async () => {
  at = await fixture();
  await noteNewAuthority(at.owner, 1, derivation);
});
afterAll(() => at.drop());

const worker = as('socialWorker');

it('stays verified and rebuilt after any sequence of statements, corrections, strikings and lost races', async () => {
  const people = Array.from({ length: 4 }, () => randomUUID());
  const act = fc.record({
    who: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 }),
    step: fc.constantFrom('begin', 'plan', 'visit'),
    day: fc.integer({ min: 10, max: 28 }),
    corrects: fc.option(fc.nat(20), { nil: undefined }),
    tombstone: fc.boolean(),
    isStale: fc.boolean(),
    text: fc.string({ unit: fc.constantFrom('a', 'é', '"', '\\', ' ', '🙂') }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (acts) => {
      const before = await readAs(at.record, worker, ...people);
      for (const { who, step, day, corrects, tombstone, isStale, text } of acts) {
        const asRead = isStale ? before : await readAs(at.record, worker, ...people);
        const about = who
          .map((n) => people[n] ?? '')
          .map((person) => ({
            person,
            answers: { name: text, number: `${person}${day}` },
            ...(corrects === undefined
              ? {}
              : { corrects: (corrects % ((asRead.get(person)?.position ?? 0) + 2)) + 1, tombstone, reason: `because ${text}` }),
          }));
        // Mostly of the kind that it corrects, as it must be; now and then of another, which is refused.
        const [first] = about;
        const corrected = asRead.get(first?.person ?? '')?.chain.find(({ position }) => position === first?.corrects)?.step;
        await at.record.append(worker, [entry(day % 5 === 0 ? step : (corrected ?? step), `2026-03-${day}`, about)], asRead);
      }
      expect(await verify(at.owner, 1)).not.toHaveProperty('broken');
      expect((await rebuild(at.owner, 1, derivation)).differences).toEqual([]);
      expect(await comparePast(at.owner, 1, derivation)).toMatchObject({ notCompared: 0, differences: [] });
    }),
    { numRuns: 13 }, // on each of two servers, never the same
  );
});
