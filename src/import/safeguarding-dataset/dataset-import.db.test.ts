import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { datasetFor } from '../../commands/built-returns.ts';
import { aRecordedChild, as } from '../../commands/recorded-child.fixture.ts';
import { returnsOf } from '../../commands/web-returns.ts';
import type { Session } from '../../record/contract.ts';
import type { DayTable } from '../../returns/of-a-day.ts';
import { reconcile } from '../../returns/safeguarding-dataset/reconcile.ts';
import { csvOf } from '../../web/export/sheet.ts';
import { importing, type Importing } from '../importing.fixture.ts';

let at: Importing;
beforeAll(async () => void (at = await importing()));
afterAll(() => at.end());

const sample = (name: string): string => readFileSync(`test/samples/cin/${name}.xml`, 'utf8');
const datasetOf = ({ authority }: Session): Promise<readonly DayTable[]> =>
  datasetFor({ owner: at.fresh.owner, authority }, date('2026-11-25'), undefined);

/** The extract as its files. */
async function filesOf(tables: readonly DayTable[]): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const { name, heads, rows } of tables) {
    async function* once() {
      yield rows;
    }
    let text = '';
    for await (const piece of csvOf({ name, heads, rows: once() })) text += piece;
    files[`${name}.csv`] = text;
  }
  return files;
}

const differing = (theirs: readonly DayTable[], ours: readonly DayTable[]) =>
  reconcile(theirs, ours).flatMap(({ table, differences }) => differences.map((one) => `${table} ${one.in} ${one.person} ${one.says}`));

it('a council moves in by its extract: the record says what the extract says, and to load it again changes nothing', async () => {
  const [from, to] = [await at.anAuthority(), await at.anAuthority()];
  await at.load({ 'census.xml': sample('CIN_Census_2026') }, { session: from, year: undefined });
  const { state } = await aRecordedChild(at, from, { firstName: 'Amira', lastName: 'Example' });
  await state('referral', '2026-06-02', { referredOn: '2026-06-02', source: '2A', primaryNeed: 'N1' });
  await state('childProtectionPlan', '2026-06-09', { startedOn: '2026-06-09' });
  await state('visit', '2026-06-16', { visitedOn: '2026-06-16' });
  const extract = await datasetOf(from);
  const files = await filesOf(extract);
  const result = await at.load(files, { session: to });
  expect(result.stopped).toBeUndefined();
  expect(result.children).toBeGreaterThan(2);
  const after = await datasetOf(to);
  expect(after.find(({ name }) => name === 'ssd_person')?.rows.length).toBe(result.children);
  // Of the visit the extract says nothing of whether the child was seen: without that it cannot be taken.
  expect(differing(extract, after)).toEqual([expect.stringContaining('ssd_cp_visits extract 7')]);
  const again = await at.load(files, { session: to });
  expect([again.stated, again.corrected, again.newChildren]).toEqual([0, 0, 0]);
});

it('a value that another extract gives otherwise is corrected, and what a census said before is not said twice', async () => {
  const [from, to] = [await at.anAuthority(), await at.anAuthority()];
  await at.load({ 'census.xml': sample('CIN_Census_2026') }, { session: from, year: undefined });
  await at.load({ 'census.xml': sample('CIN_Census_2026') }, { session: to, year: undefined });
  const [before, extract] = [await datasetOf(to), await datasetOf(from)];
  const files = await filesOf(extract);
  await at.load(files, { session: to });
  const counts = (tables: readonly DayTable[]) =>
    tables.filter(({ name }) => name !== 'ssd_person').map(({ name, rows }) => [name, rows.length]);
  expect(counts(await datasetOf(to))).toEqual(counts(before));
  const person = files['ssd_person.csv'] ?? '';
  const [, id = ''] = /\n([^,\n]+),/.exec(person) ?? [];
  const renamed = { ...files, 'ssd_person.csv': person.replace(`\n${id},`, `\n${id},Renamed`) };
  expect((await at.load(renamed, { session: to })).corrected).toBe(1);
});

it('is for administrators alone, and tells another authority nothing', async () => {
  const [from, other] = [await at.anAuthority(), await at.anAuthority()];
  const files = { 'ssd_person.csv': 'pers_person_id,pers_surname,pers_dob,pers_sex\n7,Example,2012-05-14,F\n' };
  await expect(at.load(files, { session: as(from, 'socialWorker') })).rejects.toThrow();
  expect((await at.load(files, { session: from })).newChildren).toBe(1);
  const { ofADay } = returnsOf(at.fresh.app);
  const people = async (session: Session) =>
    (await ofADay(as(session, 'performanceAnalyst'), 'safeguarding-dataset', { on: date('2026-11-25') })).find(
      ({ name }) => name === 'ssd_person',
    )?.rows.length;
  expect([await people(from), await people(other)]).toEqual([1, 0]);
});
