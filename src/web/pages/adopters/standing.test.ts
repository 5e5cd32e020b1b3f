import { describe, expect, test } from 'vitest';
import { historyOf, type Told } from '../../../practice/history.fixture.ts';
import { fits, offerOf, offerWords, standsAt, waitingSince } from './standing.ts';

const approved: Told = ['adopterApproval', '2026-03-16', { decision: 'approved', children: 2, youngest: 0, eldest: 6 }];
const decided = (on: string, decision: string, more: Readonly<Record<string, unknown>> = {}): Told => [
  'adopterApproval',
  on,
  { decision, ...more },
];
const came = (on: string, moment: string): Told => ['adopterPlacement', on, { moment }];

describe('who may adopt', () => {
  test('nobody before they are approved, upon a proposal against it, or after the end', () => {
    expect(offerOf(historyOf(['adopterEnquiry', '2025-09-01']))).toBeUndefined();
    expect(offerOf(historyOf(decided('2026-03-16', 'proposed')))).toBeUndefined();
    expect(offerOf(historyOf(decided('2026-03-16', 'proposed'), decided('2026-05-18', 'refused')))).toBeUndefined();
    expect(offerOf(historyOf(approved, decided('2027-03-16', 'proposed')))).toBeUndefined();
    expect(offerOf(historyOf(approved, ['adopterApprovalEnd', '2027-03-16']))).toBeUndefined();
  });
  test('for as many, and of which ages, as decisions say together', () => {
    expect(offerWords(offerOf(historyOf(approved)))).toBe('for 2, aged 0 to 6');
    expect(offerOf(historyOf(approved, decided('2026-09-07', 'changed', { eldest: 9 })))).toEqual({ children: 2, youngest: 0, eldest: 9 });
    expect(fits({ children: 2, youngest: 0, eldest: 6 }, 1, 7)).toBe(false);
    expect(fits({ children: 1, youngest: undefined, eldest: undefined }, 2, 3)).toBe(false);
    expect(fits({ children: 2, youngest: 0, eldest: 6 }, 2, 6)).toBe(true);
  });
});

describe('who waits', () => {
  test.each([
    ['from the approval', [approved], '2026-03-16'],
    ['also while a child is thought of', [approved, came('2026-05-04', 'linked')], '2026-03-16'],
    ['not once matched', [approved, came('2026-05-04', 'matched')], undefined],
    ['nor while a child is placed', [approved, came('2026-05-04', 'matched'), came('2026-06-01', 'placed')], undefined],
    ['again after it broke down', [approved, came('2026-06-01', 'placed'), came('2026-07-06', 'disrupted')], '2026-07-06'],
    ['again for another child after an order', [approved, came('2026-06-01', 'placed'), came('2026-12-07', 'adopted')], '2026-12-07'],
    [
      'not once orders made as many theirs as they were approved for',
      [approved, came('2026-12-07', 'adopted'), came('2027-02-01', 'placed'), came('2027-09-06', 'adopted')],
      undefined,
    ],
    ['nor after one order where nobody said how many', [decided('2026-03-16', 'approved'), came('2026-12-07', 'adopted')], undefined],
    [
      'again from a decision that came after',
      [approved, came('2026-12-07', 'adopted'), came('2027-09-06', 'adopted'), decided('2028-03-06', 'changed', { children: 3 })],
      '2028-03-06',
    ],
    ['nobody who is not approved', [['adopterEnquiry', '2025-09-01']], undefined],
  ] satisfies readonly (readonly [string, readonly Told[], string | undefined])[])('%s', (_, told, since) =>
    expect(waitingSince(historyOf(...told))).toBe(since),
  );
  test('where a file stands, by what happened last', () => {
    expect(standsAt(historyOf(['adopterEnquiry', '2025-09-01']))).toBe('Enquiry');
    expect(standsAt(historyOf(['adopterStage', '2025-09-15', { moment: 'stageTwoBegun' }]))).toBe('Said that they go on, 15 Sep 2025');
    expect(standsAt(historyOf(approved))).toBe('Approved, 16 Mar 2026');
  });
});
