import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createChangeLog } from './change-log.ts';
import type { Change } from './parts.ts';

function logged(at = { now: Date.parse('2026-03-03T09:00:00Z') }) {
  const listeners = new Set<(change: Change) => void>();
  const log = createChangeLog({
    now: () => new Date(at.now),
    changes: { subscribe: (listener) => (listeners.add(listener), () => listeners.delete(listener)) },
  });
  return { log, at, tell: (change: Change) => listeners.forEach((listener) => listener(change)) };
}

it('a page that was read at a place is told what changed after it, of its own authority, and nothing if nothing did', () => {
  const change = fc.record({
    authority: fc.constantFrom(1, 2),
    people: fc.option(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }), { freq: 4 }),
  });
  fc.assert(
    fc.property(fc.array(change), fc.array(change), (before, after) => {
      const { log, tell } = logged();
      before.forEach(tell);
      const place = log.place();
      expect(log.since(1, place)).toBeUndefined();
      after.forEach(tell);
      const own = after.filter(({ authority }) => authority === 1);
      const expected = own.some(({ people }) => people === null) ? null : [...new Set(own.flatMap(({ people }) => people ?? []))];
      expect(log.since(1, place)?.people).toEqual(own.length === 0 ? undefined : expected);
    }),
  );
});

it('what is heard later is told at once, with the place from which to go on', () => {
  const { log, tell } = logged();
  const heard: (readonly [number, readonly string[] | null])[] = [];
  let place = '';
  const stop = log.listen(1, (one) => {
    place = one.place;
    heard.push([1, one.people]);
  });
  log.listen(2, ({ people }) => heard.push([2, people]));
  tell({ authority: 1, people: ['a'] });
  tell({ authority: 1, staff: true });
  expect(log.since(1, place)).toBeUndefined();
  tell({ authority: 1, people: ['b'] });
  stop();
  tell({ authority: 1, people: ['c'] });
  tell({ authority: 2 });
  expect(heard).toEqual([
    [1, ['a']],
    [1, ['b']],
    [2, null],
  ]);
});

it('after a gap in what the server itself heard, every authority asks for everything', () => {
  const { log, tell } = logged();
  const place = log.place();
  const heard: unknown[] = [];
  for (const authority of [1, 2]) log.listen(authority, ({ people }) => heard.push(people));
  tell({ authority: null });
  expect(heard).toEqual([null, null]);
  expect([log.since(1, place)?.people, log.since(2, place)?.people]).toEqual([null, null]);
});

it('a place too long ago, of an earlier server, or that is none, asks for everything; one of a server beside this one does not', () => {
  const { log, tell, at } = logged();
  const old = log.place();
  for (let n = 0; n < 2500; n += 1) tell({ authority: 1, people: [`${n}`] });
  for (const place of [old, 'x', `${crypto.randomUUID()}.5.${at.now - 60_000}`, '../..'])
    expect(log.since(1, place)?.people, place).toBeNull();
  const beside = logged(at);
  at.now += 60_000;
  const there = beside.log.place();
  expect(log.since(1, there)).toBeUndefined();
  tell({ authority: 1, people: ['a'] });
  expect(log.since(1, there)?.people).toEqual(['a']);
});
