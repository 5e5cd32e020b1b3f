import { describe, expect, test } from 'vitest';
import { historyOf, type Told } from '../practice/history.fixture.ts';
import { explanationsIn } from './child-finding.ts';
import { whichCollection } from './rule/period.ts';

const visit: Told = ['visit', '2025-06-03', {}];
const explanation = (on: string, more: Readonly<Record<string, unknown>> = {}): Told => [
  'returnExplanation',
  on,
  { rule: '8670Q', reason: 'It is so.', ...more },
];
const by = (year: '2024-25' | '2025-26', ...told: readonly Told[]) => explanationsIn(historyOf(...told), whichCollection(year));

describe('what an explanation explains', () => {
  test('the entry that it names, and no other of the same rule', () => {
    const explains = by('2025-26', visit, visit, explanation('2025-12-02', { about: 'e1' }));
    expect(explains({ code: '8670Q', entries: ['e1'] })).toBe('e3');
    expect(explains({ code: '8670Q', entries: ['e2'] })).toBeUndefined();
    expect(explains({ code: '8675Q', entries: ['e1'] })).toBeUndefined();
  });
  test('where it names none, or one of a brother or sister, what stood when it was given, and nothing that was recorded later', () => {
    for (const more of [{}, { about: 'of somebody else' }]) {
      const explains = by('2025-26', visit, explanation('2025-12-02', more), visit);
      expect(explains({ code: '8670Q', entries: ['e1'] })).toBe('e2');
      expect(explains({ code: '8670Q', entries: ['e3'] })).toBeUndefined();
      expect(explains({ code: '8670Q', entries: ['e1', 'e3'] })).toBeUndefined();
    }
  });
  test('the return of the year that it names, also when that is over; else of the year in which it was given', () => {
    const late = [visit, explanation('2025-05-06', { year: '2024-25' })];
    expect(by('2024-25', ...late)({ code: '8670Q', entries: ['e1'] })).toBe('e2');
    expect(by('2025-26', ...late)({ code: '8670Q', entries: ['e1'] })).toBeUndefined();
    expect(by('2024-25', visit, explanation('2025-05-06'))({ code: '8670Q', entries: ['e1'] })).toBeUndefined();
  });
});
