import { expect, test } from 'vitest';
import { date } from '../../../kernel/calendar/dates.ts';
import type { Clock } from '../../../kernel/step/clock.ts';
import type { ListedChild } from '../../../record/contract.ts';
import { registeredOf } from './registered.ts';

const today = date('2026-06-15');
const clock = (rule: string, dueOn: string, more: Partial<Clock> = {}): Clock => ({
  rule,
  version: '',
  startedBy: 'e1',
  startedOn: date('2026-01-05'),
  dueOn: date(dueOn),
  notInSource: false,
  ...more,
});
const child = (standing: Partial<ListedChild['standing']>, ...clocks: readonly Clock[]): ListedChild => ({
  person: 'p',
  changedAt: '',
  standing: { name: 'Ada', registers: [{ register: 'placedHere', since: date('2026-03-02'), state: 'bothOwed' }], ...standing },
  clocks,
});
const names = (...children: readonly ListedChild[]) => registeredOf(children, 'placedHere', today).map(({ name }) => name);

test('a register shows who is on it, and nobody who is of age or has died', () => {
  expect(names(child({}), child({ name: 'Of 17', bornOn: date('2008-06-16') }))).toEqual(['Ada', 'Of 17']);
  expect(names(child({ bornOn: date('2008-06-15') }), child({ diedOn: date('2026-04-01') }), child({ registers: [] }))).toEqual([]);
});

test('and what is owed because of it alone, the first to be due first; what was met or has ended is not', () => {
  const [one] = registeredOf(
    [
      child(
        {},
        clock('placementHereTold', '2026-06-20'),
        clock('noticeOfPlacementHere', '2026-03-09'),
        clock('assessment', '2026-03-01'),
        clock('placementHereTold', '2026-03-01', { metOn: date('2026-03-01') }),
        clock('placementHereTold', '2026-03-02', { endedOn: date('2026-03-01'), endedBecause: 'x' }),
      ),
    ],
    'placedHere',
    today,
  );
  expect(one?.owed.map(({ dueOn }) => dueOn)).toEqual(['2026-03-09', '2026-06-20']);
});
