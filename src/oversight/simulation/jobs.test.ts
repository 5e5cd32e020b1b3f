import { expect, test } from 'vitest';
import { createJobs } from './jobs.ts';
import { serviceOf } from './model.fixture.ts';
import { simulateHere, type Outcome, type Question } from './replications.ts';

const question: Question = { models: [serviceOf(3, 60, 90)], replications: 4, seed: 1 };
const done = (asked: Question) => ({ done: () => 4, of: 4, outcome: Promise.resolve(simulateHere(asked)), cancel: () => {} });

test('what was found is kept before it is shown, and what was found before this server began is not simulated again', async () => {
  const kept: Outcome[] = [];
  const jobs = createJobs(done);
  jobs.begin(
    'one',
    async () => question,
    async (outcome) => void kept.push(outcome),
  );
  await expect.poll(() => jobs.look('one')?.kind).toBe('done');
  expect(kept).toEqual([simulateHere(question)]);
  const after = createJobs(() => {
    throw new Error('simulated again');
  });
  for (const outcome of kept) after.remember('one', outcome);
  after.begin('one', async () => question);
  expect(after.look('one')).toEqual({ kind: 'done', outcome: kept[0] });
});

test('what cannot be kept is shown all the same', async () => {
  const jobs = createJobs(done);
  jobs.begin(
    'one',
    async () => question,
    () => Promise.reject(new Error('the database is away')),
  );
  await expect.poll(() => jobs.look('one')?.kind).toMatch(/done|failed/);
  expect(jobs.look('one')).toEqual({ kind: 'done', outcome: simulateHere(question) });
});
