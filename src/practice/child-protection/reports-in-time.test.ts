import { describe, expect, it } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { reportsDueOn, reportsInTime } from './reports-in-time.ts';

describe('reports before a conference', () => {
  it('are given a working day before an initial one, three before a review', () => {
    // A Monday; and the Tuesday after Easter.
    expect([reportsDueOn(date('2026-03-23'), 'initial'), reportsDueOn(date('2026-04-07'), 'review')]).toEqual(['2026-03-20', '2026-03-31']);
  });
  it('are counted as in time, late, and come but not given', () => {
    const people = [
      { who: 'Mother' },
      { who: 'Health visitor', reportOn: date('2026-03-18'), sharedOn: date('2026-03-20') },
      { who: 'School', sharedOn: date('2026-03-23') },
      { who: 'Police', reportOn: date('2026-03-19') },
    ];
    expect(reportsInTime(people, date('2026-03-23'), 'initial')).toBe(
      'Reports given to the parents, by 20 Mar 2026: 1 in time, 1 late, 1 not given',
    );
    expect(reportsInTime(people.slice(0, 2), date('2026-03-24'), 'review')).toBe(
      'Reports given to the parents, by 19 Mar 2026: 0 in time, 1 late',
    );
  });
  it('of which nothing is said are not spoken of', () => {
    expect(reportsInTime([{}, {}], date('2026-03-23'), 'initial')).toBeUndefined();
    expect(reportsInTime(undefined, date('2026-03-23'), 'review')).toBeUndefined();
  });
});
