import { expect, it } from 'vitest';
import { baselineOf, secondsOf } from '../../bench/burden/baseline.ts';
import { children } from '../../bench/burden/journey.ts';
import { reckonedIn } from '../../bench/burden/reckoned.ts';
import { date } from '../../src/kernel/calendar/dates.ts';

const today = date('2026-11-27');

/** `npm run burden` does it with a hand in a browser; see bench/README.md. */
it('a family of four costs at most a third of four children recorded each in forms of their own', () => {
  const together = reckonedIn(today);
  const separately = baselineOf(
    together.map(({ stated }) => stated),
    children.length,
  ).map(({ effort }) => secondsOf(effort));
  const total = (seconds: readonly number[]): number => seconds.reduce((sum, one) => sum + one, 0);
  expect(separately.filter((seconds) => seconds < 60)).toEqual([]);
  expect(total(together.map(({ effort }) => secondsOf(effort))) / total(separately)).toBeLessThanOrEqual(1 / 3);
});

it('a visit to four children costs at most 45 seconds besides what is told', () => {
  const visits = reckonedIn(today).filter(({ stated }) => stated.step.name === 'visit');
  expect(visits).toHaveLength(6);
  for (const { effort } of visits) expect(secondsOf(effort)).toBeLessThanOrEqual(45);
});
