import { describe, expect, it } from 'vitest';
import { date } from '../../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../../../practice/history.fixture.ts';
import { stepNamed } from '../../../practice/pathway.ts';
import { asBefore } from './correcting.ts';

const today = date('2026-12-01');
const [ruth, priya] = ['44444444-4444-4444-8444-444444444444', '11111111-1111-4111-8111-111111111111'];
const inCare: Told = ['periodOfCare', '2026-01-12', { legalStatus: 'E1' }];

/** What stands against the second entry with these answers. */
const against = (answers: object, corrected: Told, ...since: readonly Told[]) => {
  const step = stepNamed(corrected[0]);
  if (step === undefined) throw new Error(`no step ${corrected[0]}`);
  const history = historyOf(inCare, corrected, ...since);
  return asBefore(step, 'e2')
    .decide(history, answers as never, today)
    .map(({ field }) => field);
};

describe('a correction of what another system had', () => {
  it('of a review in which nobody is named puts right how the child took part and the day; whoever is named by it is judged', () => {
    const review = { heldOn: '2026-02-05', held: true, participation: 'PN1' };
    const imported: Told = ['lookedAfterReview', '2026-02-05', review];
    expect(against({ ...review, participation: 'PN3' }, imported)).toEqual([]);
    expect(against({ ...review, heldOn: '2026-02-06' }, imported)).toEqual([]);
    expect(against({ ...review, heldOn: '2026-12-24' }, imported)).toEqual(['heldOn']);
    expect(against({ ...review, officer: priya }, imported)).toEqual([]);
    expect(against({ ...review, isIndependent: false, officer: ruth }, imported)).toEqual(['officer']);
  });
  it('of a review that names somebody cannot leave out who it was', () => {
    const review = { heldOn: '2026-02-05', held: true, officer: ruth };
    const { officer: _, ...nobody } = review;
    expect(against(nobody, ['lookedAfterReview', '2026-02-05', review])).toEqual(['officer']);
  });
  it('of a placement for adoption without a match keeps what it is; another becomes one only after the match, recorded late or not', () => {
    const placed = { startedOn: '2026-03-02', type: 'A5', postcode: 'OX4 2AB' };
    const imported: Told = ['placement', '2026-03-02', placed];
    expect(against({ ...placed, postcode: 'OX4 2AC' }, imported)).toEqual([]);
    expect(against({ ...placed, type: 'A6' }, imported)).toEqual(['type']);
    expect(against({ ...placed, type: 'A6' }, imported, ['adoptionMatch', '2026-02-16', { matchedOn: '2026-02-16' }])).toEqual([]);
    expect(against(placed, ['placement', '2026-03-02', { ...placed, type: 'U6' }])).toEqual(['type']);
  });
});
