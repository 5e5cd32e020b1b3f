import { describe, expect, it, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { placementTypes } from '../../vocabulary/ssda903.ts';
import { historyOf } from '../history.fixture.ts';
import { placement } from './placement.ts';

const types = Object.keys(placementTypes) as (keyof typeof placementTypes)[];
// Matched, and under a placement order: of a child who may be placed for adoption every kind of placement can be recorded.
const history = historyOf(['periodOfCare', '2026-01-12', { legalStatus: 'E1' }], ['adoptionMatch', '2026-01-12']);
const problems = (type: (typeof types)[number], expectation: 'untilEighteen' | 'shortTerm' | 'agreedLongTerm') =>
  placement.decide?.(history, { startedOn: date('2026-01-12'), type, expectation }, date('2026-02-02'));

describe('how long a placement is meant to last', () => {
  it('is asked of every kind, but not at home, of adopters or of a stay elsewhere', () =>
    expect(types.filter((type) => placement.fields.expectation.askedWhen?.({ type }) === false)).toEqual(
      types.filter((type) => type === 'P1' || /^[AT]/.test(type)),
    ));
  it('is not asked before the kind is known', () => expect(placement.fields.expectation.askedWhen?.({})).toBe(false));
  test.each(types.map((type) => [type]))('of %s it can be agreed as long-term only in foster care', (type) => {
    expect(problems(type, 'untilEighteen')).toEqual([]);
    expect(problems(type, 'agreedLongTerm')?.map(({ field }) => field)).toEqual(type.startsWith('U') ? [] : ['expectation']);
  });
  it('says what would be right', () =>
    expect(problems('K2', 'agreedLongTerm')?.[0]?.message).toContain('Say whether it is meant to last until 18'));
});
