import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { worked } from '../../../test/processor-time.ts';
import { date, type LocalDate } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../../practice/history.fixture.ts';
import { csvOf, workbookOf } from '../../web/export/sheet.ts';
import { annexOf } from '../annex-a/annex.ts';
import { asglbOf } from '../asglb/asglb.ts';
import { compareTables } from '../compared-tables.ts';
import { cpIsTables, flaggedOn } from '../cp-is/tables.ts';
import { bodyOf } from '../daily-feed/calls.ts';
import { payloadOf } from '../daily-feed/payload.ts';
import { feedTables } from '../daily-feed/reader.ts';
import type { DayTable } from '../of-a-day.ts';
import { censusTables, censusXml, type CensusWorker, type WorkforceCensus } from '../workforce-census/census.ts';
import { howGiven, readGiven } from './read.ts';
import { whichGiven, type GivenFile, type GivenReturn } from './which.ts';

const on = date('2026-03-02');
const child: Told = [
  'personDetails',
  '2015-05-14',
  {
    laChildId: '7',
    firstName: '=Amira',
    lastName: 'Example, née "Quill"',
    bornOn: '2015-05-14',
    sex: 'F',
    ethnicity: 'WBRI',
    disabilities: ['HAND'],
    family: 'F100',
    nhsNumber: '9434765919',
  },
];
const amira: readonly Told[] = [
  child,
  ['contact', '2025-12-05', { source: '6' }],
  ['familyHelp', '2025-12-06', { level: 'familyHelp' }],
  ['referral', '2026-01-05', { referredOn: '2026-01-05', source: '1A', primaryNeed: 'N1' }],
  ['allocation', '2026-01-05', { team: 't', worker: 'w' }],
  ['childAndFamilyAssessment', '2026-01-05', { startedOn: '2026-01-05' }],
  ['strategyDiscussion', '2026-01-06', { heldOn: '2026-01-06' }],
  ['section47Enquiry', '2026-01-06', { startedOn: '2026-01-06' }],
  ['childProtectionPlan', '2026-01-20', { startedOn: '2026-01-20', category: 'MUL' }],
  ['visit', '2026-01-22', { seen: true, seenAlone: 'yes' }],
  ['childProtectionPlanEnd', '2026-02-02', {}],
  ['periodOfCare', '2026-02-02', { legalStatus: 'C1', categoryOfNeed: 'N1' }],
  ['placement', '2026-02-02', { type: 'U6', provider: 'PR1', postcode: 'OX4 2AB', area: 'here' }],
  ['carePlan', '2026-02-09', { permanence: 'adoption' }],
  ['adoptionDecision', '2026-02-20', {}],
];
const leaver: readonly Told[] = [
  ['personDetails', '2007-05-14', { laChildId: '8', bornOn: '2007-05-14', sex: 'M' }],
  ['periodOfCare', '2021-02-02', { legalStatus: 'C2', categoryOfNeed: 'N2' }],
  ['placement', '2021-02-02', { type: 'K2', provider: 'PR4', postcode: 'OX4 2AB', area: 'there' }],
  ['periodOfCareEnd', '2025-05-14', { reason: 'E5' }],
  ['careLeaverContact', '2026-01-14', { inTouch: 'YES', accommodation: 'U1', activity: 'F2' }],
];
const adopters: readonly Told[] = [
  ['adopterEnquiry', '2025-09-01', { kind: 'earlyPermanence', firstSex: 'F', secondSex: 'M', secondDisabled: true }],
];
const everybody = [amira, leaver, adopters].map((told, n) => ({ person: `p${n}`, history: historyOf(...told), isRestricted: false }));
async function* all() {
  yield* everybody;
}

const names = { members: new Map([['w', 'Priya Shah']]), teams: new Map([['t', 'North 1']]), authority: 'Norchester' };
const annex = async (day: LocalDate): Promise<readonly DayTable[]> => annexOf(day, names, all());

async function csvFiles(tables: readonly DayTable[]): Promise<readonly GivenFile[]> {
  return Promise.all(
    tables.map(async ({ name, heads, rows }) => ({ name: `${name}.csv`, bytes: await whole(csvOf({ name, heads, rows: [rows] })) })),
  );
}
async function whole(pieces: AsyncIterable<string | Buffer>): Promise<Buffer> {
  const found: Buffer[] = [];
  for await (const piece of pieces) found.push(Buffer.from(piece));
  return Buffer.concat(found);
}

/** What was written is recognised, read whole, and says the same; and what is changed in it is found. */
async function isReadBack(of: GivenReturn, files: readonly GivenFile[], tables: readonly DayTable[]): Promise<void> {
  expect(files.map(whichGiven)).toEqual(files.map(() => of));
  const read = await readGiven(of, files);
  expect(read.refused).toEqual([]);
  expect(read.tables.map(({ name, heads, rows }) => [name, heads, rows.map((row) => [...row])])).toEqual(
    tables.map(({ name, heads, rows }) => [name, heads, rows.map((row) => heads.map((_, n) => (row[n] === '' ? undefined : row[n])))]),
  );
  expect(compareTables(read.tables, tables, howGiven(of)).flatMap(({ differences }) => differences)).toEqual([]);
  expect(tables.some(({ rows }) => rows.length > 0)).toBe(true);
}

describe('what the builder writes is read back and gives the same tables', () => {
  test('Annex A as a workbook', async () => {
    const lists = await annex(on);
    expect(lists.filter(({ rows }) => rows.length > 0).map(({ name }) => name)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((n) => `List ${n}`),
    );
    const bytes = await whole(workbookOf(lists.map(({ name, heads, rows }) => ({ name, heads, rows: [rows] }))));
    await isReadBack('annex-a', [{ name: 'annex-a.xlsx', bytes }], lists);
  });
  test('Annex A as CSV files', async () => {
    const lists = await annex(on);
    await isReadBack('annex-a', await csvFiles(lists), lists);
  });
  test('CP-IS, with those who have no NHS number', async () => {
    const tables = cpIsTables(await flaggedOn(on, all()), 301);
    expect(tables.map(({ rows }) => rows.length)).toEqual([2, 1]);
    await isReadBack('cp-is', await csvFiles(tables), tables);
  });
  test('CP-IS that tells changes alone is refused', async () => {
    const read = await readGiven('cp-is', [{ name: 'c.csv', bytes: Buffer.from('ACTION,NHS_NUMBER,PLAN_TYPE\nNEW,9434765919,CPP\n') }]);
    expect(read).toEqual({ tables: [], refused: [expect.stringContaining('Send the whole extract')] });
  });
  test('ASGLB', async () => {
    const tables = [await asglbOf(on, all())];
    await isReadBack('asglb', await csvFiles(tables), tables);
  });
  const worker: CensusWorker = {
    isAgency: false,
    number: 'SW555',
    fte: 0.8,
    bornOn: '1985-02-03',
    gender: '2',
    ethnicity: 'WBRI',
    qualifiedAt: 'Leeds & Bradford',
    qualification: '2',
    stepUp: true,
    role: '5',
    startedOn: date('2020-01-06'),
    origin: '1',
    endedOn: undefined,
    destination: undefined,
    reason: undefined,
    onTheDay: { fte: 0.8, cases: 17, absence: 'SIC' },
    daysLost: 12.5,
    contractWeeks: undefined,
    frontline: undefined,
    status: '2',
  };
  const census: WorkforceCensus = {
    on: date('2025-09-30'),
    vacancies: 2.5,
    agencyFte: 1,
    agencyPeople: 1,
    workers: [worker, { ...worker, number: 'SW556', onTheDay: undefined }],
  };
  test('the workforce census as its message, with the day that it is of, and as CSV files', async () => {
    const message = { name: 'census.xml', bytes: Buffer.from(censusXml(census, { authority: 301, madeAt: '2025-10-01T09:00:00Z' })) };
    await isReadBack('workforce-census', [message], censusTables(census));
    expect((await readGiven('workforce-census', [message])).on).toBe('2025-09-30');
    await isReadBack('workforce-census', await csvFiles(censusTables(census)), censusTables(census));
  });
  test('the calls of the daily feed', async () => {
    const held = everybody.flatMap((about) => payloadOf(about, { on, person: about.person, registrations: new Map() }) ?? []);
    expect(held).toHaveLength(2);
    await isReadBack(
      'daily-feed',
      held.map((one, n) => ({ name: `call-${n + 1}.json`, bytes: Buffer.from(bodyOf([one])) })),
      feedTables(held),
    );
  });
});

test('a row that differs stands on both sides; names of staff and an age are not compared', async () => {
  const [lists, other] = [await annex(on), await annexOf(on, { ...names, teams: new Map() }, all())];
  const later = other.map((list) => ({
    ...list,
    rows: list.rows.map((row) => row.map((cell) => (cell === '2026-01-05' ? '2026-01-12' : cell))),
  }));
  const found = compareTables(later, lists, howGiven('annex-a'));
  expect(found.find(({ table }) => table === 'List 3')).toMatchObject({
    theirs: 1,
    ours: 1,
    same: 0,
    differences: [
      { in: 'extract', person: '7', says: expect.stringContaining('Date of referral 2026-01-12') },
      { in: 'record', person: '7', says: expect.stringContaining('Date of referral 2026-01-05') },
    ],
  });
  expect(found.find(({ table }) => table === 'List 1')).toMatchObject({ same: 1, differences: [] });
});

test.each([
  ['notes.csv', 'a,b\n1,2\n'],
  ['census.xml', '<Message><Header></Header></Message>'],
  ['empty.csv', ''],
])('%s is none of these returns', (name, text) => expect(whichGiven({ name, bytes: Buffer.from(text) })).toBeUndefined());

describe('a file that was damaged', () => {
  const mutated = fc.record({
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    how: fc.oneof(
      fc.constant('cut' as const),
      fc.constant('twice' as const),
      fc.record({ put: fc.constantFrom('"', ',', '<', '[', '{', '\\', '\u0000', '\n', '=1+1', '💥', '&lol;', 'a'.repeat(5_000)) }),
      fc.record({ byte: fc.nat(255) }),
    ),
  });
  const damage = (
    bytes: Buffer,
    { at, how }: { readonly at: number; readonly how: 'cut' | 'twice' | { readonly put: string } | { readonly byte: number } },
  ): Buffer => {
    const place = Math.floor(at * bytes.length);
    const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
    if (how === 'cut') return before;
    if (how === 'twice') return Buffer.concat([bytes, after]);
    if ('put' in how) return Buffer.concat([before, Buffer.from(how.put), after]);
    return Buffer.concat([before, Buffer.from([how.byte]), after.subarray(1)]);
  };
  const files = async (): Promise<readonly (readonly [GivenReturn, GivenFile])[]> => {
    const lists = await annex(on);
    const held = everybody.flatMap((about) => payloadOf(about, { on, person: about.person, registrations: new Map() }) ?? []);
    const message = censusXml(
      { on: date('2025-09-30'), vacancies: 1, agencyFte: 0, agencyPeople: 0, workers: [] },
      { authority: 301, madeAt: '2025-10-01T09:00:00Z' },
    );
    const [list] = await csvFiles(lists.slice(6, 7));
    const [cpIs] = await csvFiles(cpIsTables(await flaggedOn(on, all()), 301));
    return [
      [
        'annex-a',
        { name: 'annex-a.xlsx', bytes: await whole(workbookOf(lists.map(({ name, heads, rows }) => ({ name, heads, rows: [rows] })))) },
      ],
      ['annex-a', list ?? expect.fail('a list')],
      ['cp-is', cpIs ?? expect.fail('an extract')],
      ['workforce-census', { name: 'census.xml', bytes: Buffer.from(message) }],
      ['daily-feed', { name: 'call-1.json', bytes: Buffer.from(bodyOf(held)) }],
    ];
  };
  test('is read as far as it says something, or told of in words: nothing is thrown, and nothing takes long', async () => {
    const known = await files();
    const begun = worked();
    await fc.assert(
      fc.asyncProperty(fc.nat(known.length - 1), mutated, async (n, how) => {
        const [of, file] = known[n] ?? expect.fail('one of them');
        const broken = { ...file, bytes: damage(file.bytes, how) };
        whichGiven(broken);
        const { tables, refused } = await readGiven(of, [broken]);
        for (const words of refused) expect(words.length).toBeLessThan(1_000);
        for (const { heads, rows } of tables) for (const row of rows) expect(row.length).toBe(heads.length);
      }),
      { numRuns: 1_000 },
    );
    expect(worked() - begun).toBeLessThan(60_000);
  });
});
