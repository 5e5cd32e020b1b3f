import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/servers.ts';
import { date } from '../kernel/calendar/dates.ts';
import { derivation, permissionTable, steps, wordingOf } from '../practice/pathway.ts';
import type { Session } from '../record/contract.ts';
import { importProblems } from '../record/import-problems.ts';
import { syncPermissions } from '../record/members.ts';
import { createRecord } from '../record/record.ts';
import { filesAt, importSet, setsOf, type Importer } from './file-set.ts';
import { acceptSuggestions, isRepairable, repair, suggestionsFor } from './repair.ts';

const session: Session = { authority: 201, actor: randomUUID(), roles: ['administrator'], teams: [], scope: 'none' };

let fresh: FreshDatabase;
let folder: string;
let importer: Importer;
beforeEach(async () => {
  fresh = await freshDatabase();
  await syncPermissions(fresh.owner, 201, new Map(permissionTable().map(({ step, ...may }) => [step, may])));
  folder = mkdtempSync(join(tmpdir(), 'repair-'));
  const record = createRecord({ database: fresh.app, derivation });
  importer = { database: fresh.app, record, steps, wordingOf, today: date('2026-11-25') };
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await fresh.drop();
});

async function load(path: string, year?: number) {
  const [set] = await setsOf((await filesAt(path)) ?? [], year);
  if (set === undefined) throw new Error('There is nothing to load');
  return importSet(importer, set, { session });
}

const endsOfCare = async () =>
  (await fresh.owner.pool.query("select happened_on::text as on from record.entry where step = 'periodOfCareEnd' order by 1")).rows.map(
    ({ on }) => String(on),
  );
const problemsOf = (run: string) => importProblems(fresh.app, session, run, { limit: 5_000 });

function aReturn(dec: string): void {
  writeFileSync(join(folder, 'a.csv'), 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n7,F,14/05/2019,APKN,A123456789123,,\n');
  writeFileSync(
    join(folder, 'b.csv'),
    `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n7,02/06/2024,S,C1,N1,U6,PR1,${dec},E4A,,OX1 1ND,OX4 2QQ,SC123456\n`,
  );
}

it.each([['27/11/24'], ['2024-11-27'], ['27 Nov 2024'], ['45623'], ['27.11.2024'], ['notadate'], ['31/11/2024']])(
  'one value, %s: put right by hand, the row is taken, and the problem says what was put in its place',
  async (written) => {
    aReturn(written);
    const { run } = await load(folder, 2025);
    expect(await endsOfCare()).toEqual([]);
    const problem = (await problemsOf(run)).find(({ field }) => field === 'DEC');
    if (problem === undefined) throw new Error('No problem was reported');
    expect(problem).toMatchObject({ file: 'b.csv', line: 2, child: '7', value: written, kind: 'refused' });
    expect(await repair(importer, session, run, { n: problem.n, value: '2024' })).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('DD/MM/YYYY'),
    });
    expect(await repair(importer, session, run, { n: problem.n, value: '01/06/2024' })).toMatchObject({ kind: 'refused' });
    expect(await endsOfCare()).toEqual([]);
    const repaired = await repair(importer, session, run, { n: problem.n, value: ' 27/11/2024 ' });
    expect(repaired).toMatchObject({ kind: 'repaired', values: 1, result: { stated: 1, corrected: 0, newChildren: 0 } });
    expect(await endsOfCare()).toEqual(['2024-11-27']);
    const [after] = (await problemsOf(run)).filter(({ n }) => n === problem.n);
    expect(after).toMatchObject({ value: written, corrected: '27/11/2024' });
    expect(after === undefined || isRepairable(after)).toBe(false);
    aReturn('27/11/2024');
    expect(await load(folder, 2025)).toMatchObject({ stated: 0, corrected: 0 });
  },
);

it('all dates of a column with two digits, read as a person says: what the whole dates would have given', async () => {
  const { run } = await load(new URL('../../test/samples/ssda903/two-years/2025', import.meta.url).pathname);
  expect(await suggestionsFor(importer, session, run)).toEqual([
    { field: 'DEC', writing: 'two-digits', values: 1107, example: '27/11/24', readAs: '27/11/2024' },
  ]);
  const accepted = await acceptSuggestions(importer, session, run, { field: 'DEC', writing: 'two-digits' });
  expect(accepted).toMatchObject({ kind: 'repaired', values: 1107, result: { stated: 309, corrected: 0, newChildren: 0 } });
  expect(await endsOfCare()).toHaveLength(309);
  expect(await suggestionsFor(importer, session, run)).toEqual([]);
  expect(await acceptSuggestions(importer, session, run, { field: 'DEC', writing: 'two-digits' })).toMatchObject({ kind: 'refused' });
}, 180_000);

it('only an administrator may put a value right', async () => {
  aReturn('27/11/24');
  const { run } = await load(folder, 2025);
  const analyst: Session = { ...session, roles: ['performanceAnalyst'] };
  const problem = (await problemsOf(run)).find(({ field }) => field === 'DEC');
  expect(await repair(importer, analyst, run, { n: problem?.n ?? 0, value: '27/11/2024' })).toMatchObject({ kind: 'refused' });
  expect(await endsOfCare()).toEqual([]);
});
