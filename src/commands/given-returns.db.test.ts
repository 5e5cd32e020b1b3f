import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importing, type Importing } from '../import/importing.fixture.ts';
import { date } from '../kernel/calendar/dates.ts';
import { bodyOf } from '../returns/daily-feed/calls.ts';
import type { DayTable } from '../returns/of-a-day.ts';
import { csvOf, workbookOf } from '../web/export/sheet.ts';
import { preparedFeed } from './feed-prepared.ts';
import { reconcileExtract } from './reconcile.ts';
import { aRecordedChild, as } from './recorded-child.fixture.ts';
import { returnsOf } from './web-returns.ts';

let at: Importing;
beforeAll(async () => void (at = await importing()));
afterAll(() => at.end());

async function bytesOf(pieces: AsyncIterable<string | Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(Buffer.from(piece));
  return Buffer.concat(all);
}
const csvFiles = (tables: readonly DayTable[]) =>
  Promise.all(
    tables.map(async ({ name, heads, rows }) => ({ name: `${name}.csv`, bytes: await bytesOf(csvOf({ name, heads, rows: [rows] })) })),
  );

it('Annex A, CP-IS, ASGLB, the workforce census and the feed of another system are compared with the record of the authority, for those who answer for returns', async () => {
  const [admin, other] = [await at.anAuthority(), await at.anAuthority()];
  const { state, worker } = await aRecordedChild(at, admin, { firstName: 'Amira', lastName: 'Example', nhsNumber: '9434765919' });
  await state('referral', '2026-06-02', { referredOn: '2026-06-02', source: '2A', primaryNeed: 'N1' });
  await state('childProtectionPlan', '2026-06-20', { startedOn: '2026-06-20', category: 'NEG' });
  const { annexA, ofADay, reconcile } = returnsOf(at.fresh.app);
  const [analyst, head] = [as(admin, 'performanceAnalyst'), as(other, 'headOfService')];
  const today = new Date().toISOString().slice(0, 10);
  const asked = { year: '2026-27', on: date(today) } as const;
  const lists = await annexA(analyst, asked.on, { members: new Map(), teams: new Map() });
  const feed = await preparedFeed({ owner: at.fresh.owner }, admin.authority, true);
  const files = [
    { name: 'annex-a.xlsx', bytes: await bytesOf(workbookOf(lists.map(({ name, heads, rows }) => ({ name, heads, rows: [rows] })))) },
    ...(await csvFiles(await ofADay(analyst, 'cp-is', asked))),
    ...(await csvFiles(await ofADay(analyst, 'asglb', asked))),
    ...(await csvFiles(await ofADay(analyst, 'workforce-census', asked))),
    ...feed.calls.map(({ call, sent }) => ({ name: `call-${call}.json`, bytes: Buffer.from(bodyOf(sent.map(({ payload }) => payload))) })),
  ];
  const same = await reconcile(analyst, files, asked);
  expect(same.unmapped).toEqual([]);
  expect(same.others.map(({ of }) => of).toSorted()).toEqual(['annex-a', 'asglb', 'cp-is', 'daily-feed', 'workforce-census']);
  for (const { of, tables } of same.others)
    expect(
      tables.flatMap(({ differences }) => differences),
      of,
    ).toEqual([]);
  expect(same.others.flatMap(({ tables }) => tables).find(({ table }) => table === 'List 7')).toMatchObject({
    theirs: 1,
    ours: 1,
    same: 1,
  });
  expect(same.others.flatMap(({ tables }) => tables).find(({ table }) => table === 'child_protection_plans')).toMatchObject({ same: 1 });
  const elsewhere = await reconcile(head, files, asked);
  expect(elsewhere.others.flatMap(({ tables }) => tables).find(({ table }) => table === 'cp-is')).toMatchObject({
    theirs: 1,
    ours: 0,
    differences: [{ in: 'extract', person: '7' }],
  });
  const [workbook, cpIs] = files;
  for (const file of [workbook, cpIs])
    if (file !== undefined)
      await expect(reconcile(worker, [file], asked)).rejects.toThrow(/Only performance analysts and heads of service/);
  // The command says the same of a folder.
  const folder = mkdtempSync(join(tmpdir(), 'given-'));
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  const obey = (authority: number) =>
    reconcileExtract({ app: at.fresh.app, owner: at.fresh.owner }, [folder, '--authority', String(authority)], folder);
  expect([await obey(admin.authority), await obey(other.authority)]).toEqual([true, false]);
  rmSync(folder, { recursive: true });
  const broken = await reconcile(analyst, [{ name: 'annex-a.xlsx', bytes: Buffer.from('PK and nothing more') }], asked);
  expect([broken.others, broken.unmapped]).toEqual([[], [expect.stringContaining('annex-a.xlsx: the workbook cannot be read')]]);
});
