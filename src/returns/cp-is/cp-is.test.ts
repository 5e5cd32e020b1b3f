import { describe, expect, it, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../../practice/history.fixture.ts';
import { stepNamed } from '../../practice/pathway.ts';
import { cpIsHeads, cpIsSteps } from './extract.ts';
import { cpIsChanges, cpIsTables, flaggedOn } from './tables.ts';

const child: Told = [
  'personDetails',
  '2020-05-14',
  { laChildId: '7', firstName: 'Amira', lastName: 'Example', bornOn: '2020-05-14', nhsNumber: '9434765919' },
];
const plan: Told = ['childProtectionPlan', '2026-01-20', { category: 'NEG' }];
type Person = { readonly person: string; readonly told: readonly Told[]; readonly isRestricted?: boolean };

const flagged = (on: string, ...people: readonly Person[]) => {
  async function* all() {
    for (const { person, told, isRestricted = false } of people) yield { person, history: historyOf(...told), isRestricted };
  }
  return flaggedOn(date(on), all());
};
const rowsOf = async (on: string, ...people: readonly Person[]) => {
  const [known, unknown] = cpIsTables(await flagged(on, ...people), 301);
  return { known: known?.rows, unknown: unknown?.rows };
};
const a = (...told: readonly Told[]): Person => ({ person: 'a', told });

describe('plans and care by NHS number', () => {
  it('a plan from its start until a year after its end, with the number, who the child is and which authority', async () => {
    expect((await rowsOf('2026-03-02', a(child, plan))).known).toEqual([
      ['9434765919', '7', 'Example', 'Amira', '2020-05-14', undefined, 'CPP', '2026-01-20', undefined, '301'],
    ]);
    const ended: Told = ['childProtectionPlanEnd', '2026-04-07', {}];
    expect((await rowsOf('2027-04-07', a(child, plan, ended))).known?.[0]?.[8]).toBe('2026-04-07');
    expect((await rowsOf('2027-04-08', a(child, plan, ended))).known).toEqual([]);
    expect((await rowsOf('2026-01-19', a(child, plan))).known).toEqual([]);
  });
  it('care, but no short breaks', async () => {
    const care = (legalStatus: string): Told => ['periodOfCare', '2026-02-02', { legalStatus, categoryOfNeed: 'N1' }];
    expect((await rowsOf('2026-03-02', a(child, care('C1')))).known).toMatchObject([{ 6: 'LAC', 7: '2026-02-02' }]);
    expect((await rowsOf('2026-03-02', a(child, care('V4')))).known).toEqual([]);
    const turned: Told = ['legalStatus', '2026-02-20', { legalStatus: 'V2' }];
    expect((await rowsOf('2026-03-02', a(child, care('V4'), turned))).known).toMatchObject([{ 6: 'LAC', 7: '2026-02-20' }]);
  });
  it('of an unborn child stands under the mother’s number, and under the child’s own from the birth', async () => {
    const unborn: Told = ['personDetails', '2026-02-01', { laChildId: '8', lastName: 'Example', expectedOn: '2026-04-02' }];
    const early: Told = ['childProtectionPlan', '2026-02-10', { category: 'NEG' }];
    const mother: Told = ['relationship', '2026-02-01', { relative: 'm', bond: 'mother', learntOn: '2026-02-01' }];
    const her: Person = { person: 'm', told: [['adultDetails', '1992-02-11', { lastName: 'Example', nhsNumber: '4505577104' }]] };
    const told = [unborn, early, mother];
    expect((await rowsOf('2026-03-02', a(...told), her)).known).toEqual([
      ['4505577104', '8', 'Example', undefined, undefined, '2026-04-02', 'UCPP', '2026-02-10', undefined, '301'],
    ]);
    expect((await rowsOf('2026-03-02', a(...told))).unknown?.[0]?.at(-1)).toContain('NHS number of the mother');
  });
  it('without a number a child is told apart, with what is missing; of a restricted record without a name', async () => {
    const without: Told = ['personDetails', '2020-05-14', { laChildId: '7', lastName: 'Example', bornOn: '2020-05-14' }];
    const { known, unknown } = await rowsOf('2026-03-02', a(without, plan));
    expect([known, unknown?.[0]?.at(-1)]).toEqual([[], expect.stringContaining('NHS number of the child')]);
    const [row] = (await rowsOf('2026-03-02', { ...a(child, plan), isRestricted: true })).known ?? [];
    expect(row?.slice(0, 5)).toEqual(['9434765919', '7', undefined, undefined, '2020-05-14']);
  });
  it('a child to whom nobody gave a number of the authority is not lost: told among those of whom nothing can be sent', async () => {
    const without: Told = ['personDetails', '2020-05-14', { lastName: 'Example', bornOn: '2020-05-14', nhsNumber: '9434765919' }];
    const { known, unknown } = await rowsOf('2026-03-02', a(without, plan));
    expect([known, unknown?.length, unknown?.[0]?.at(-1)]).toEqual([
      [],
      1,
      'The number under which the authority returns the child: record it in the personal details',
    ]);
    expect(cpIsChanges([], await flagged('2026-03-02', a(without, plan)), 301).rows).toEqual([]);
  });
});

test('what has changed is told as new, changed or removed, and nothing where nothing has', async () => {
  const changes = async (before: readonly Told[], now: readonly Told[]) =>
    cpIsChanges(await flagged('2026-03-02', a(...before)), await flagged('2026-03-09', a(...now)), 301).rows.map(([action, ...row]) => [
      action,
      row[6],
      row[8],
    ]);
  const ended: Told = ['childProtectionPlanEnd', '2026-03-06', {}];
  expect(await changes([child], [child, plan])).toEqual([['NEW', 'CPP', undefined]]);
  expect(await changes([child, plan], [child, plan])).toEqual([]);
  expect(await changes([child, plan], [child, plan, ended])).toEqual([['CHANGED', 'CPP', '2026-03-06']]);
  expect(await changes([child, plan], [child])).toEqual([['REMOVED', 'CPP', undefined]]);
  const without: Told = ['personDetails', '2020-05-14', { laChildId: '7', bornOn: '2020-05-14' }];
  expect(await changes([without, plan], [child, plan])).toEqual([['NEW', 'CPP', undefined]]);
  expect(cpIsChanges([], [], 301).heads).toEqual(['ACTION', ...cpIsHeads]);
});

test('the extract is read from steps that there are', () => {
  expect(cpIsSteps.filter((name) => stepNamed(name) === undefined)).toEqual([]);
});
