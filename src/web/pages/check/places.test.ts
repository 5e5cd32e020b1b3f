import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Places } from './places.ts';

test('who comes while all places are taken waits for one, in turn', async () => {
  const places = new Places(2, 60_000);
  const [first] = [await places.take(), await places.take()];
  const came: string[] = [];
  const third = places.take().then((given) => (came.push('third'), given));
  const fourth = places.take().then((given) => (came.push('fourth'), given));
  await setImmediate();
  expect(came).toEqual([]);
  first?.();
  first?.();
  await third;
  await setImmediate();
  expect(came).toEqual(['third']);
  (await third)?.();
  expect(await fourth).toBeTypeOf('function');
});

test('who has waited long enough is told so, and keeps nobody from the next place', async () => {
  const places = new Places(1, 20);
  const only = await places.take();
  expect(await places.take()).toBeUndefined();
  only?.();
  expect(await places.take()).toBeTypeOf('function');
});
