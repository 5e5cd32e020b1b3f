import { describe, expect, it } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { carePlan } from './care-plan.ts';

const inCare: readonly Told[] = [
  ['periodOfCare', '2026-01-12', { legalStatus: 'C1' }],
  ['carePlan', '2026-01-16', { madeOn: '2026-01-16', permanence: 'returnHome' }],
];
const changed = (history: readonly Told[], answers: Partial<Parameters<typeof carePlan.decide>[1]> = {}) =>
  carePlan
    .decide(historyOf(...history), { madeOn: date('2026-06-01'), permanence: 'adoption', ...answers }, date('2026-06-01'))
    .map(({ field }) => field);

describe('a plan for permanence that changes', () => {
  it('waits for a review, with its law', () => {
    expect(changed(inCare)).toEqual(['permanence']);
    const [problem] = carePlan.decide(historyOf(...inCare), { madeOn: date('2026-06-01'), permanence: 'adoption' }, date('2026-06-01'));
    expect(problem?.message).toContain('reg 32(2)');
  });
  it('goes through after a review that was held since, and not after one that was put off', () => {
    expect(changed([...inCare, ['lookedAfterReview', '2026-05-11', { held: true }]])).toEqual([]);
    expect(changed([...inCare, ['lookedAfterReview', '2026-05-11', { held: false }]])).toEqual(['permanence']);
  });
  it('goes through with the reason why it could not wait, or by name of the head of service', () => {
    expect(changed(inCare, { cannotWait: 'His carers gave notice; his aunt can have him from tomorrow.' })).toEqual([]);
    expect(changed([...inCare, ['gateOverride', '2026-06-01', { gate: 'carePlanAfterReview', reason: 'R' }]])).toEqual([]);
  });
  it('is no change where nothing was decided before, nothing changes, or it was another time in care', () => {
    expect(changed([['periodOfCare', '2026-01-12', {}], ['carePlan', '2026-01-16', { permanence: 'notYetDecided' }]])).toEqual([]); // prettier-ignore
    expect(changed(inCare, { permanence: 'returnHome' })).toEqual([]);
    expect(changed([['periodOfCare', '2026-01-12', {}]], { permanence: 'returnHome', changes: ['home'] }), 'a first plan').toEqual([]);
    expect(changed([...inCare, ['periodOfCareEnd', '2026-03-02', { reason: 'E4A' }], ['periodOfCare', '2026-05-04', {}]])).toEqual([]); // prettier-ignore
  });
});

describe('any other change that matters', () => {
  const elsewhere = { permanence: 'returnHome', changes: ['familyTime', 'school'] } as const;
  const review: Told = ['lookedAfterReview', '2026-05-11', { held: true }];
  it('waits for a review as well: where they live, whom they see, school, health, support', () => {
    expect(changed(inCare, elsewhere)).toEqual(['changes']);
    expect(changed([...inCare, review], elsewhere)).toEqual([]);
    expect(changed(inCare, { permanence: 'returnHome', changes: [] })).toEqual([]);
    expect(changed(inCare, { ...elsewhere, cannotWait: 'The school closed on Friday.' })).toEqual([]);
  });
  it('is judged from the last plan: a review before it has not seen what changes now', () => {
    const again: Told = ['carePlan', '2026-05-20', { madeOn: '2026-05-20' }];
    expect(changed([...inCare, review, again], elsewhere)).toEqual(['changes']);
    expect(
      changed([...inCare, review, again], { permanence: 'adoption', changes: ['home'] }),
      'what lasts was reviewed, the rest was not',
    ).toEqual(['changes']);
    expect(changed([...inCare, again, ['lookedAfterReview', '2026-05-25', { held: true }]], elsewhere)).toEqual([]);
  });
});
