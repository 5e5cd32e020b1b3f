import fc from 'fast-check';
import { expect, test } from 'vitest';
import { historyOf, type Told } from '../practice/history.fixture.ts';
import type { Line } from '../kernel/step/history.ts';
import { whichCollection } from './rule/period.ts';
import { whoChanged } from './who-changed.ts';
import { whyOf } from './why.ts';

const which = whichCollection('2025-26');
const saidOf = (...told: readonly Told[]) => whyOf(historyOf(...told), { of: 'cin', which, registrations: new Map() });
const lineOf = (entry: string): Line => {
  const [line] = historyOf(details);
  if (line === undefined) throw new Error('nothing is told');
  return { ...line, entry };
};

const details: Told = [
  'personDetails',
  '2015-05-14',
  { laChildId: '7', bornOn: '2015-05-14', sex: 'F', ethnicity: 'WBRI', upnUnknown: 'UN2' },
];
const referral: Told = ['referral', '2025-06-02', { referredOn: '2025-06-02', source: '2A', primaryNeed: 'N1' }];
const closure: Told = ['closure', '2025-07-01', { closedOn: '2025-07-01', reason: 'RC7' }];
const entryOf = (step: string): string => historyOf(details, referral, closure).find((one) => one.step === step)?.entry ?? '';

test('a value that a new entry gives names it, and whoever recorded it', () => {
  const [closed, told] = [entryOf('closure'), lineOf(entryOf('closure'))];
  const { values, others } = whoChanged(saidOf(details, referral), saidOf(details, referral, closure), [{ line: told, entry: closed }]);
  expect(values.map(({ field, was, now, by }) => [field, was, now, by])).toEqual(
    expect.arrayContaining([
      ['CINclosureDate', undefined, '2025-07-01', [told]],
      ['ReasonForClosure', undefined, 'RC7', [told]],
    ]),
  );
  expect(others).toEqual([]);
});

test('a value whose entry was struck out names the line that struck it out', () => {
  const struck = { ...lineOf('later'), tombstone: true, corrects: 3 };
  const { values } = whoChanged(saidOf(details, referral, closure), saidOf(details, referral), [
    { line: struck, entry: entryOf('closure') },
  ]);
  expect(values.find(({ field }) => field === 'CINclosureDate')).toEqual({
    part: 'CINdetails',
    field: 'CINclosureDate',
    was: '2025-07-01',
    by: [struck],
  });
});

test('a value that no entry says stands because of that of its row', () => {
  const row = { name: 'List 11', stands: ['enquiry'], cells: [{ field: 'Gender', value: 'c) Not stated/recorded', from: [] }] };
  const line = lineOf('enquiry');
  expect(whoChanged([], [row], [{ line, entry: 'enquiry' }])).toMatchObject({ values: [{ field: 'Gender', by: [line] }], others: [] });
});

test('a value that is empty now names the entry because of which it is', () => {
  const absent = { name: 'Social worker', cells: [{ field: 'ReasonAbsence', value: 'SIC', from: [] }] };
  const returned = { name: 'Social worker', cells: [], lacks: new Map([['ReasonAbsence', ['return']]]) };
  const line = lineOf('return');
  expect(whoChanged([absent], [returned], [{ line, entry: 'return' }])).toMatchObject({
    values: [{ field: 'ReasonAbsence', was: 'SIC', by: [line] }],
    others: [],
  });
});

test('what lies between and no changed value names is told of all the same', () => {
  const line = lineOf('another');
  expect(whoChanged(saidOf(details, referral), saidOf(details, referral), [{ line, entry: 'another' }])).toEqual({
    values: [],
    others: [line],
  });
});

test('whatever stands in the two, what the changes take away and add makes the one of the other', () => {
  const part = fc.record({
    name: fc.constantFrom('CINdetails', 'Assessments'),
    cells: fc.array(fc.record({ field: fc.constantFrom('A', 'B'), value: fc.constantFrom('1', '2', '3'), from: fc.constant([]) })),
  });
  fc.assert(
    fc.property(fc.array(part), fc.array(part), (before, after) => {
      const { values } = whoChanged(before, after, []);
      const counted = (parts: typeof before, more: readonly (string | undefined)[]) =>
        [
          ...parts.flatMap(({ name, cells }) => cells.map(({ field, value }) => `${name} ${field} ${value}`)),
          ...more.filter((one) => one !== undefined),
        ].toSorted();
      const said = (key: 'was' | 'now') =>
        values.map((one) => (one[key] === undefined ? undefined : `${one.part} ${one.field} ${one[key]}`));
      expect(counted(before, said('now'))).toEqual(counted(after, said('was')));
      for (const { was, now } of values) expect(was).not.toBe(now);
    }),
  );
});
