import { expect, test } from 'vitest';
import { date } from '../calendar/dates.ts';
import { knownBy, onRecordSince } from './known-by.ts';
import type { Line } from '../step/history.ts';

const line: Line = {
  entry: 'e1',
  step: 'referral',
  position: 1,
  happenedOn: date('2024-05-02'),
  recordedAt: '2026-11-20 09:00:00.1+00',
  recordedBy: 'm',
  tombstone: false,
  answers: {},
};
const imported = { ...line, source: 'cin:run:4:2026-03-31' };

test('what a person typed is on record from the day on which they did; what was imported from the day on which it happened', () => {
  expect(onRecordSince(line)).toBe('2026-11-20');
  expect(onRecordSince(imported)).toBe('2024-05-02');
  expect(onRecordSince({ ...imported, happenedOn: date('2027-01-01') })).toBe('2026-11-20');
});

test('what was moved from the day of its first record; a correction from its own, and never without what it corrects', () => {
  expect(onRecordSince({ ...line, movedBy: 'n', statedAt: '2026-03-02 09:00:00+00' })).toBe('2026-03-02');
  const corrected = { ...imported, position: 2, corrects: 1 };
  expect(onRecordSince(corrected)).toBe('2026-11-20');
  const positions = (day: string) => knownBy([imported, corrected], date(day)).map(({ position }) => position);
  expect([positions('2024-05-01'), positions('2024-05-02'), positions('2026-11-20')]).toEqual([[], [1], [1, 2]]);
  expect(knownBy([line, { ...corrected, recordedAt: '2026-03-01 09:00:00+00' }], date('2026-04-01'))).toEqual([]);
});
