import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../record/contract.ts';
import { importProblems } from '../record/import-problems.ts';
import { identityQuestions } from '../record/kept-rows.ts';
import { importing, type Importing } from './importing.fixture.ts';
import { acceptSuggestions, isRepairable, repair, suggestionsFor } from './repair.ts';

/* What one file leaves open, and how it comes to its end: put right on the page, or by a later file. */

let at: Importing;
let session: Session;

beforeAll(async () => void (at = await importing()));
afterAll(() => at.end());
beforeEach(async () => void (session = await at.anAuthority()));

const census = (id: string, upn: string, bornOn: string, { year = 2025, referredOn = '2024-04-07' } = {}) =>
  at.load(
    {
      'census.xml': `<Message><Header><Collection>CIN</Collection><Year>${year}</Year></Header><Children><Child><ChildIdentifiers><LAchildID>${id}</LAchildID>
<UPN>${upn}</UPN><PersonBirthDate>${bornOn}</PersonBirthDate><Sex>F</Sex></ChildIdentifiers><ChildCharacteristics><Ethnicity>APKN</Ethnicity></ChildCharacteristics>
<CINdetails><CINreferralDate>${referredOn}</CINreferralDate><ReferralSource>1A</ReferralSource></CINdetails></Child></Children></Message>`,
    },
    { session },
  );

const episode = '02/06/2024,S,C1,N1,U6,PR1,,,,OX1 1ND,OX4 2QQ,SC123456';
const lookedAfter = (id: string, upn: string, bornOn: string, { year = 2025, tables = ['header', 'episodes'] } = {}) => {
  const all: Readonly<Record<string, string>> = {
    header: `CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n${id},F,${bornOn},APKN,${upn},,\n`,
    episodes: `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n${id},${episode}\n`,
  };
  return at.load(Object.fromEntries(tables.map((table) => [`${table}.csv`, all[table] ?? ''])), { session, year });
};

async function bornOn(id: string): Promise<unknown> {
  const person = (await at.importer.record.claimants(session, [{ kind: 'LAchildID', value: id }])).get(`LAchildID ${id}`)?.[0] ?? '';
  const { rows } = await at.fresh.owner.pool.query<{ on: string | null }>(
    "select state ->> 'bornOn' as on from record.standing where authority = $1 and person = $2 and known_to = 'infinity'",
    [session.authority, person],
  );
  return rows[0]?.on;
}

const problemsOf = (run: string) => importProblems(at.fresh.app, session, run);

describe('a date of birth that a census does not give so that it can be read', () => {
  it.each(['2019-02-30', 'last May'])('%s: is reported, kept and put right on the page, as in the looked-after return', async (written) => {
    const { run } = await census('100234', 'A123456789123', written);
    expect(await bornOn('100234')).toBeNull();
    const [problem, ...more] = (await problemsOf(run)).filter(isRepairable);
    expect([problem, more]).toMatchObject([
      { line: 2, child: '100234', field: 'PersonBirthDate', value: written, reason: expect.stringContaining('until it is put right') },
      [],
    ]);
    const change = (value: string) => repair(at.importer, session, run, { n: problem?.n ?? 0, value });
    expect(await change('14 May 2019')).toMatchObject({ kind: 'refused', message: expect.stringContaining('Date of birth') });
    expect(await change('2019-05-14')).toMatchObject({
      kind: 'repaired',
      values: 1,
      result: { stated: 0, corrected: 1, newChildren: 0 },
    });
    expect(await bornOn('100234')).toBe('2019-05-14');
    expect((await problemsOf(run)).find(({ n }) => n === problem?.n)).toMatchObject({ corrected: '2019-05-14' });
    expect(await census('100234', 'A123456789123', '2019-05-14')).toMatchObject({ stated: 0, corrected: 0 });
  });

  it('says nothing of who the child is: a record that another kind of file began is not added to until it is put right', async () => {
    await lookedAfter('100234', 'A123456789123', '14/05/2019');
    const { run, ...result } = await census('100234', 'A123456789123', 'last May');
    expect(result).toMatchObject({ stated: 0, refusedChildren: 1 });
    const problem = (await problemsOf(run)).find((one) => isRepairable(one) && one.value === 'last May');
    expect(await repair(at.importer, session, run, { n: problem?.n ?? 0, value: '2019-05-14' })).toMatchObject({
      kind: 'repaired',
      result: { stated: 2, refusedChildren: 0 },
    });
  });
});

it('dates written in many ways are counted by the way in which they are written, whatever their length, and none that is no date', async () => {
  const written = ['1/4/24', '27/11/24', '2024-11-27', '27 Nov 2024', '27 Now 2024', '7 Nov 2024', 'nothing', '45623', '27/11/2024'];
  const rows = written.map((on, n) => `${n + 1},14/05/2019,${on},PN1`).join('\n');
  const headers = written.map((_, n) => `${n + 1},F,14/05/2019,APKN,,,`).join('\n');
  const { run } = await at.load(
    { 'a.csv': `CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n${headers}\n`, 'b.csv': `CHILD,DOB,REVIEW,REVIEW_CODE\n${rows}\n` },
    { session },
  );
  expect(await suggestionsFor(at.importer, session, run)).toEqual([
    { field: 'REVIEW', writing: 'two-digits', values: 2, example: '1/4/24', readAs: '01/04/2024' },
    { field: 'REVIEW', writing: 'year-first', values: 1, example: '2024-11-27', readAs: '27/11/2024' },
    { field: 'REVIEW', writing: 'month-name', values: 2, example: '27 Nov 2024', readAs: '27/11/2024' },
    { field: 'REVIEW', writing: 'serial', values: 1, example: '45623', readAs: '27/11/2024' },
  ]);
  expect(await acceptSuggestions(at.importer, session, run, { field: 'REVIEW', writing: 'month-name' })).toMatchObject({ values: 2 });
  expect((await suggestionsFor(at.importer, session, run)).map(({ writing }) => writing)).toEqual(['two-digits', 'year-first', 'serial']);
});

it('of a child whose rows are not kept nothing is offered to be put right; to an analyst nothing of anybody', async () => {
  const { run } = await at.load(
    {
      'a.csv': 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n7,F,14/05/2019,APKN,,,\n8,F,14/05/2019,APKN,,,\n',
      'b.csv': 'CHILD,DOB,REVIEW,REVIEW_CODE\n7,14/05/2019,1/4/24,PN1\n8,14/05/2019,2/4/24,PN1\n',
    },
    { session },
  );
  const offered = async (as = session) => (await importProblems(at.fresh.app, as, run)).filter(isRepairable).map(({ child }) => child);
  expect(await offered()).toEqual(['7', '8']);
  await at.fresh.owner.pool.query("delete from record.import_child where authority = $1 and child = '7'", [session.authority]);
  expect(await offered()).toEqual(['8']);
  expect(await offered({ ...session, roles: ['performanceAnalyst'] })).toEqual([]);
  expect(await suggestionsFor(at.importer, session, run)).toMatchObject([{ values: 1, example: '2/4/24' }]);
});

describe('the question whose rows these are', () => {
  const questions = async (as = session) => (await identityQuestions(at.fresh.app, as)).map(({ answeredBy }) => answeredBy?.run);
  const asked = async (): Promise<string> => {
    await census('100234', 'A123456789123', '2019-05-14');
    return (await lookedAfter('100234', 'A123456789123', '15/05/2019')).run;
  };

  it('ends when the corrected file says it, and names that file; to ask again begins it anew', async () => {
    await asked();
    expect(await questions()).toEqual([undefined]);
    const { run, stated } = await lookedAfter('100234', 'A123456789123', '14/05/2019');
    expect([stated, await questions()]).toEqual([3, [run]]);
    const [question] = await identityQuestions(at.fresh.app, session);
    expect(question?.answeredBy?.fileName).toMatch(/2 files.*year to 31 March 2025/);
    expect(await questions(await at.anAuthority())).toEqual([]);
  });

  it('ends when the corrected file gives a child who is like nobody', async () => {
    await census('100234', 'A123456789123', '2019-05-14');
    await lookedAfter('100243', 'A123456789124', '14/05/2019');
    expect(await questions()).toEqual([undefined]);
    const { run } = await lookedAfter('100243', 'B123456789999', '15/05/2011');
    expect(await questions()).toEqual([run]);
  });

  it('goes on where the later file is of another year, or lacks a table that waits', async () => {
    await asked();
    await lookedAfter('100234', 'A123456789123', '14/05/2019', { year: 2026 });
    await lookedAfter('100234', 'A123456789123', '14/05/2019', { tables: ['header'] });
    expect(await questions()).toEqual([undefined]);
    const { run } = await lookedAfter('100234', 'A123456789123', '14/05/2019');
    expect(await questions()).toEqual([run]);
    await lookedAfter('100234', 'A123456789123', '14/05/2011', { year: 2024 });
    expect(await questions(), 'this kind of file gave the child before: it may say the birth otherwise').toEqual([run]);
  });
});
