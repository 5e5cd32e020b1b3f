import { describe, expect, it } from 'vitest';
import { addDays, addMonths, date, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { CareRow } from '../../record/stage-sums.ts';
import { Random } from '../simulation/random.ts';
import { careFlows, outOfCare } from './care-flows.ts';
import { forecast } from './forecast.ts';
import { midQuantile } from './mid-quantile.ts';
import { ageBands, bandOfMonths, groupOf, groupOrder, placementGroups } from './placement-groups.ts';

const today = date('2026-10-31');

/** A whole authority by its own chances: how many come each month, where children are placed, how often they move and leave. */
function authority(seed: number) {
  const random = new Random();
  random.seed(seed, 3);
  const perMonth = 6 + 14 * random.share();
  const [leaves, moves] = [0.02 + 0.03 * random.share(), 0.01 + 0.04 * random.share()];
  const codes = ['U3', 'U6', 'U6', 'U6', 'K2', 'K3', 'P1', 'A5'];
  const weights = codes.map(() => 0.3 + random.share());
  const total = weights.reduce((sum, one) => sum + one, 0);
  const place = (): string => {
    let drawn = random.share() * total;
    return codes.find((_, at) => (drawn -= weights[at] ?? 0) < 0) ?? 'U6';
  };
  const rows: CareRow[] = [];
  let child = 0;
  const first = date('2017-01-01');
  for (let month = 0; month < 130; month += 1)
    for (let left = random.count(perMonth); left > 0; left -= 1)
      live(addDays(addMonths(first, month), Math.floor(28 * random.share())), (child += 1));
  function live(from: LocalDate, child: number): void {
    const born = addMonths(date(`${from.slice(0, 7)}-01`), -Math.floor(200 * random.share()));
    const say = (step: CareRow['step'], happenedOn: LocalDate, kind: string | null = null) =>
      rows.push({ child, born, step, happenedOn, kind });
    say('periodOfCare', from);
    say('placement', from, place());
    for (let on = addDays(from, 30); on < addMonths(born, 216); on = addDays(on, 30)) {
      if (random.share() < leaves) return void say('periodOfCareEnd', on);
      if (random.share() < moves) say('placement', on, place());
    }
  }
  return rows.filter(({ happenedOn }) => happenedOn <= addMonths(today, 12));
}

describe('a forecast of children looked after', () => {
  it('holds in its 80 % interval what came, of 60 authorities in 75 to 85 of 100: in all, by placement and by age', () => {
    const [within, all] = [new Map<string, number>(), new Map<string, number>()];
    const note = (kind: string, { low, high }: { readonly low: number; readonly high: number }, came: number): void => {
      // A kind of placement that nobody was ever in is no forecast.
      if (high === 0) return;
      all.set(kind, (all.get(kind) ?? 0) + 1);
      if (came >= low && came <= high) within.set(kind, (within.get(kind) ?? 0) + 1);
    };
    for (let seed = 1; seed <= 60; seed += 1) {
      const rows = authority(seed);
      const random = new Random();
      random.seed(seed, 4);
      const said = forecast(
        careFlows(
          rows.filter(({ happenedOn }) => happenedOn <= today),
          today,
        ),
        12,
        250,
        random,
      );
      const then = careFlows(rows, addMonths(today, 12)).stock;
      note('all', said.all.at(-1) ?? { low: 0, high: 0 }, then.length);
      said.byGroup.forEach((bands, group) =>
        note('group', bands.at(-1) ?? { low: 0, high: 0 }, then.filter((one) => one.group === group).length),
      );
      said.byAge.forEach((bands, band) =>
        note('age', bands.at(-1) ?? { low: 0, high: 0 }, then.filter(({ months }) => bandOfMonths(months) === band).length),
      );
    }
    const inHundred = (kinds: readonly string[]) =>
      (100 * kinds.reduce((sum, kind) => sum + (within.get(kind) ?? 0), 0)) / kinds.reduce((sum, kind) => sum + (all.get(kind) ?? 0), 0);
    for (const kinds of [['group'], ['age'], ['all', 'group', 'age']]) {
      expect(inHundred(kinds)).toBeGreaterThanOrEqual(75);
      expect(inHundred(kinds)).toBeLessThanOrEqual(85);
    }
  });
});

describe('what is known of care', () => {
  const row = (child: number, step: CareRow['step'], on: string, kind: string | null = null, born = '2015-06-01'): CareRow => ({
    child,
    born: date(born),
    step,
    happenedOn: date(on),
    kind,
  });
  const rows = [
    row(1, 'periodOfCare', '2026-01-10'),
    row(1, 'placement', '2026-01-10', 'U6'),
    row(1, 'placement', '2026-06-01', 'T1'),
    row(1, 'placement', '2026-08-15', 'K2'),
    row(2, 'periodOfCare', '2026-02-10', null, '2008-05-01'),
    row(2, 'placement', '2026-02-10', 'K3', '2008-05-01'),
    row(3, 'periodOfCare', '2025-02-10'),
    row(3, 'placement', '2025-02-10', 'P1'),
    row(3, 'periodOfCareEnd', '2026-09-10'),
  ];
  const flows = careFlows(rows, today, 12);

  it('is who is there, and each month who came, moved and left', () => {
    expect(flows.stock).toEqual([{ months: 136, group: groupOrder.indexOf('home') }]);
    expect(flows.perMonth.reduce((sum, one) => sum + one, 0)).toBe(2);
    const [foster, home, parents] = [groupOrder.indexOf('foster'), groupOrder.indexOf('home'), groupOrder.indexOf('parents')];
    expect(flows.moved[3]?.[foster]?.[home]).toBe(1);
    expect(flows.moved[3]?.[parents]?.[outOfCare]).toBe(1);
    expect(flows.moved[4]?.flat().reduce((sum, one) => sum + one, 0)).toBe(2);
  });

  it('counts nobody as come who was there when the record began, and no month from before it', () => {
    const taken = [1, 2, 3].flatMap((child) => [
      row(child, 'periodOfCare', addMonths(today, -14), 'earlier'),
      row(child, 'placement', addMonths(today, -14), 'U6'),
    ]);
    const since = [
      row(9, 'periodOfCare', addMonths(today, -2)),
      row(9, 'placement', addMonths(today, -2), 'U6'),
      row(3, 'periodOfCareEnd', addMonths(today, -1)),
    ];
    const told = careFlows([...taken, ...since], today);
    expect([told.seen, told.perMonth.length, told.stock.length]).toEqual([14, 14, 3]);
    expect(told.perMonth.reduce((sum, one) => sum + one, 0)).toBe(1);
    const moves = told.moved.flat().reduce((sum, of) => sum + (of[outOfCare] ?? 0), 0);
    expect(moves).toBe(1);
    const unmarked = careFlows([...taken.map((one) => (one.kind === 'earlier' ? { ...one, kind: null } : one)), ...since], today);
    expect([unmarked.seen, unmarked.perMonth.reduce((sum, one) => sum + one, 0)]).toEqual([36, 4]);
  });

  it('ends at eighteen for everybody', () => {
    const said = forecast(
      { ...flows, stock: [{ months: 210, group: 0 }], came: flows.came.map((one) => one.map(() => 0)) },
      8,
      50,
      new Random(),
    );
    expect(said.byAge[4]?.at(-1)?.middle).toBeLessThan(1);
  });

  it('has a group for every code of the return', () => {
    expect(['U1', 'U5', 'K1', 'H5', 'P1', 'A6', 'R5', 'Z1'].map((code) => groupOrder[groupOf(code)])).toEqual([
      'kinship',
      'foster',
      'home',
      'supported',
      'parents',
      'adoption',
      'other',
      'other',
    ]);
    expect(Object.keys(placementGroups)).toEqual(groupOrder);
    expect(ageBands.map(({ from }) => bandOfMonths(12 * from))).toEqual([0, 1, 2, 3, 4]);
  });
});

it('a middle of whole numbers is between them', () => {
  expect(midQuantile([1, 1, 2, 2], 0.5)).toBe(1.5);
  expect(midQuantile([3], 0.1)).toBe(3);
  expect(midQuantile([0, 1, 2, 3], 0.99)).toBe(3);
});
