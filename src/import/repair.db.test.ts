import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Session } from '../record/contract.ts';
import { importProblems } from '../record/import-problems.ts';
import { importing, type Importing } from './importing.fixture.ts';
import { acceptSuggestions, isRepairable, repair, suggestionsFor } from './repair.ts';

let at: Importing;
let session: Session;
beforeAll(async () => void (at = await importing()));
afterAll(() => at.end());
beforeEach(async () => void (session = await at.anAuthority()));

const endsOfCare = async () =>
  (
    await at.fresh.owner.pool.query(
      "select happened_on::text as on from record.entry where step = 'periodOfCareEnd' and authority = $1 order by 1",
      [session.authority],
    )
  ).rows.map(({ on }) => String(on));
const problemsOf = (run: string) => importProblems(at.fresh.app, session, run, { limit: 5_000 });

const aReturn = (dec: string): Readonly<Record<string, string>> => ({
  'a.csv': 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n7,F,14/05/2019,APKN,A123456789123,,\n',
  'b.csv': `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n7,02/06/2024,S,C1,N1,U6,PR1,${dec},E4A,,OX1 1ND,OX4 2QQ,SC123456\n`,
});

it.each([['27/11/24'], ['2024-11-27'], ['27 Nov 2024'], ['45623'], ['27.11.2024'], ['notadate'], ['31/11/2024']])(
  'one value, %s: put right by hand, the row is taken, and the problem says what was put in its place',
  async (written) => {
    const { run } = await at.load(aReturn(written), { session });
    expect(await endsOfCare()).toEqual([]);
    const problem = (await problemsOf(run)).find(({ field }) => field === 'DEC');
    if (problem === undefined) throw new Error('No problem was reported');
    expect(problem).toMatchObject({ file: 'b.csv', line: 2, child: '7', value: written, kind: 'refused' });
    expect(await repair(at.importer, session, run, { n: problem.n, value: '2024' })).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('DD/MM/YYYY'),
    });
    expect(await repair(at.importer, session, run, { n: problem.n, value: '01/06/2024' })).toMatchObject({ kind: 'refused' });
    expect(await endsOfCare()).toEqual([]);
    const repaired = await repair(at.importer, session, run, { n: problem.n, value: ' 27/11/2024 ' });
    expect(repaired).toMatchObject({ kind: 'repaired', values: 1, result: { stated: 1, corrected: 0, newChildren: 0 } });
    expect(await endsOfCare()).toEqual(['2024-11-27']);
    const [after] = (await problemsOf(run)).filter(({ n }) => n === problem.n);
    expect(after).toMatchObject({ value: written, corrected: '27/11/2024' });
    expect(after === undefined || isRepairable(after)).toBe(false);
    expect(await at.load(aReturn('27/11/2024'), { session })).toMatchObject({ stated: 0, corrected: 0 });
  },
);

/** The files of a return of many children, of the first of them. */
function manyChildren(): Readonly<Record<string, string>> {
  const sample = (name: string): readonly string[] =>
    readFileSync(new URL(`../../test/samples/ssda903/two-years/2025/${name}.csv`, import.meta.url), 'utf8').split('\n');
  const header = sample('header').slice(0, 251);
  const children = new Set(header.map((row) => row.split(',')[0]));
  const episodes = sample('episodes').filter((row) => children.has(row.split(',')[0]));
  return { 'header.csv': header.join('\n'), 'episodes.csv': episodes.join('\n') };
}

it('all dates of a column with two digits, read as a person says: what the whole dates would have given', async () => {
  const files = manyChildren();
  const values = files['episodes.csv']?.match(/(?<=,)\d\d\/\d\d\/\d\d(?=,)/g) ?? [];
  expect(values.length).toBeGreaterThan(200);
  const { run, stated } = await at.load(files, { session });
  expect(await endsOfCare()).toEqual([]);
  expect(await suggestionsFor(at.importer, session, run)).toEqual([
    { field: 'DEC', writing: 'two-digits', values: values.length, example: '27/11/24', readAs: '27/11/2024' },
  ]);
  const accepted = await acceptSuggestions(at.importer, session, run, { field: 'DEC', writing: 'two-digits' });
  const ends = await endsOfCare();
  expect(accepted).toMatchObject({
    kind: 'repaired',
    values: values.length,
    result: { stated: ends.length, corrected: 0, newChildren: 0 },
  });
  expect(ends.length).toBeGreaterThan(50);
  expect(await suggestionsFor(at.importer, session, run)).toEqual([]);
  expect(await acceptSuggestions(at.importer, session, run, { field: 'DEC', writing: 'two-digits' })).toMatchObject({ kind: 'refused' });
  session = await at.anAuthority();
  const whole = files['episodes.csv']?.replaceAll(/(?<=,)(\d\d\/\d\d\/)(\d\d)(?=,)/g, '$120$2') ?? '';
  expect(await at.load({ ...files, 'episodes.csv': whole }, { session })).toMatchObject({ stated: stated + ends.length });
  expect(await endsOfCare()).toEqual(ends);
});

it('only an administrator may put a value right', async () => {
  const { run } = await at.load(aReturn('27/11/24'), { session });
  const analyst: Session = { ...session, roles: ['performanceAnalyst'] };
  const problem = (await problemsOf(run)).find(({ field }) => field === 'DEC');
  expect(await repair(at.importer, analyst, run, { n: problem?.n ?? 0, value: '27/11/2024' })).toMatchObject({ kind: 'refused' });
  expect(await endsOfCare()).toEqual([]);
});
