import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../kernel/calendar/dates.ts';
import type { History } from '../kernel/step/history.ts';
import { historyOf, type Told } from '../practice/history.fixture.ts';
import { annexRows } from './annex-a/annex.ts';
import { annexLists } from './annex-a/lists.ts';
import { whyRows, type ToldRow } from './why-rows.ts';

const on = date('2026-03-02');
const names = { members: new Map([['w', 'Priya Shah']]), teams: new Map([['t', 'North 1']]), authority: 'Norchester' };
const lists = (history: History): readonly ToldRow[] =>
  annexRows(history, on, names).map(({ list, cells }) => ({
    name: list,
    cells: (annexLists.find(({ name }) => name === list)?.heads ?? []).map((head) => [head, cells[head]] as const),
  }));

const details: Told = [
  'personDetails',
  '2015-05-14',
  { laChildId: '7', bornOn: '2015-05-14', sex: 'F', ethnicity: 'WBRI', disabilities: ['HAND'] },
];
const told: readonly Told[] = [
  details,
  ['contact', '2025-12-05', { source: '6' }],
  ['referral', '2026-01-05', { referredOn: '2026-01-05', source: '1A', primaryNeed: 'N1' }],
  ['allocation', '2026-01-05', { team: 't', worker: 'w' }],
  ['childAndFamilyAssessment', '2026-01-05', { startedOn: '2026-01-05' }],
  ['childProtectionPlan', '2026-01-20', { startedOn: '2026-01-20', category: 'MUL' }],
  ['visit', '2026-01-22', { seen: true, seenAlone: 'yes' }],
];

/** The steps of the entries from which a value follows. */
function stepsOf(list: string, field: string, ...more: readonly Told[]): readonly string[] {
  const history = historyOf(...told, ...more);
  const steps = new Map(history.map(({ entry, step, happenedOn }) => [entry, `${step} ${happenedOn}`]));
  const row = whyRows(history, lists).find(({ name }) => name === list);
  return (row?.from.get(field) ?? expect.fail(`${list} has no ${field}`)).map((entry) => steps.get(entry) ?? '');
}

describe('why a value of Annex A is as it is', () => {
  test.each([
    ['List 1', 'Date of Contact', ['contact 2025-12-05']],
    ['List 1', 'Contact Source', ['contact 2025-12-05']],
    ['List 1', 'Gender', ['personDetails 2015-05-14']],
    ['List 3', 'Allocated Worker', ['allocation 2026-01-05']],
    ['List 3', 'Number of Referrals in Last 12 Months', ['referral 2026-01-05']],
    ['List 3', 'Age of Child (Years)', ['personDetails 2015-05-14']],
    ['List 7', 'Number of Previous Child Protection Plans', []],
    ['List 7', 'Child Protection Plan Start Date', ['childProtectionPlan 2026-01-20']],
    ['List 7', 'Latest Category of Abuse', ['childProtectionPlan 2026-01-20']],
    ['List 7', 'Date of the Last Statutory Visit', ['visit 2026-01-22']],
    ['List 7', 'Child Protection Plan End Date', []],
  ] as const)('%s, %s: %j', (list, field, steps) => expect(stepsOf(list, field)).toEqual(steps));

  test('a value that counts several names them all', () =>
    expect(stepsOf('List 3', 'Number of Referrals in Last 12 Months', ['referral', '2025-06-02', { source: '1A' }])).toEqual([
      'referral 2025-06-02',
      'referral 2026-01-05',
    ]));
  test('where two say the same, the one that is told is named', () =>
    expect(stepsOf('List 7', 'Date of the Last Statutory Visit', ['visit', '2026-01-22', { seen: true, seenAlone: 'yes' }])).toEqual([
      'visit 2026-01-22',
    ]));
});

test('whatever is on record: a value names entries of it alone, and asked of some of them it names no others of these', () => {
  const step = fc.constantFrom<Told>(
    ['contact', '2025-12-05', { source: '6' }],
    ['contact', '2026-02-05', { source: '1A' }],
    ['visit', '2026-02-01', { seen: true }],
    ['visit', '2026-02-01', { seen: false }],
    ['reviewConference', '2026-02-20', { held: true }],
    ['childProtectionPlanEnd', '2026-02-25', {}],
    ['closure', '2026-02-27', { reason: 'RC7' }],
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 5 }), fc.array(fc.nat(12), { maxLength: 4 }), (more, picked) => {
      const history = historyOf(...told, ...more);
      const entries = new Set(history.map(({ entry }) => entry));
      const rows = whyRows(history, lists);
      expect(rows.map(({ name, cells }) => ({ name, cells }))).toEqual(lists(history));
      for (const { cells, from } of rows)
        for (const [field] of cells) for (const entry of from.get(field) ?? []) expect(entries.has(entry)).toBe(true);
      const some = new Set([...entries].filter((_, n) => picked.includes(n)));
      for (const [n, { from }] of whyRows(history, lists, some).entries())
        for (const [field, named] of from) expect(named).toEqual(rows[n]?.from.get(field)?.filter((entry) => some.has(entry)));
    }),
    { numRuns: 20 },
  );
});
