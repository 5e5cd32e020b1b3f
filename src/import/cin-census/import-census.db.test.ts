import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { censusFile } from '../../../demo/census-file.ts';
import { steps, wordingOf } from '../../practice/pathway.ts';
import type { Session } from '../../record/contract.ts';
import { importProblems } from '../../record/import-problems.ts';
import { importReason, importRuns } from '../../record/imports.ts';
import { verify } from '../../record/verify.ts';
import { importing, type Importing } from '../importing.fixture.ts';
import { importCensus } from './import-census.ts';
import { storedRun } from '../intake/stored-run.ts';

const sample = (name: string): string => readFileSync(new URL(`../../../test/samples/cin/${name}.xml`, import.meta.url), 'utf8');

/* One database for all; each test has an authority of its own. */
let at: Importing;
let session: Session;
beforeAll(async () => void (at = await importing()));
afterAll(() => at.end());
beforeEach(async () => {
  session = { ...(await at.anAuthority()), roles: ['administrator', 'headOfService'], scope: 'all' };
});

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

async function load(source: string | AsyncIterable<Uint8Array>, dryRun = false) {
  const run = randomUUID();
  const result = await importCensus({
    record: at.record,
    session,
    steps,
    wordingOf,
    dryRun,
    fileName: 'census.xml',
    source: typeof source === 'string' ? bytesOf(source) : source,
    run: storedRun({ database: at.fresh.app, session, run, fileHash: '00'.repeat(32), dryRun }),
  });
  return result;
}

async function childKnownAs(id: string) {
  const record = at.record;
  const person = (await record.identify(session, [{ kind: 'LAchildID', value: id }])).get(`LAchildID ${id}`) ?? '';
  const opening = (await record.open(session, [person], 'test')).get(person);
  if (opening?.kind !== 'opened') throw new Error(`${id} is not on record`);
  return record.read(opening.record);
}

it.each([
  ['CIN2rows', 1],
  ['CIN_Census_2021', 1],
  ['CIN_Census_2024', 2],
  ['CIN_Census_2026', 2],
  ['fake_CIN_data', 332],
  ['generated_500_children', 500],
])('%s is taken; to load it again changes nothing', async (name, children) => {
  const text = sample(name);
  const dry = await load(text, true);
  const first = await load(text);
  expect(first).toMatchObject({ children, newChildren: children, refusedChildren: 0, corrected: 0, unchanged: 0, stated: dry.stated });
  expect(await load(text)).toMatchObject({
    children,
    newChildren: 0,
    refusedChildren: 0,
    stated: 0,
    corrected: 0,
    unchanged: first.stated,
  });
});

it('a fact changed in the next file is a correction with its source; the one before is still known', async () => {
  const text = sample('CIN_Census_2024');
  await load(text);
  const next = text.replace('<PrimaryNeedCode>N1<', '<PrimaryNeedCode>N3<').replace('2023-05-23T11', '2024-05-23T11');
  expect(await load(next, true)).toMatchObject({ stated: 0, corrected: 1 });
  const result = await load(next);
  expect(result).toMatchObject({ stated: 0, corrected: 1 });
  const { chain, history } = await childKnownAs('child_fails_assessments');
  expect(history.find(({ step }) => step === 'referral')?.answers).toMatchObject({ primaryNeed: 'N3' });
  const correction = chain.find(({ corrects }) => corrects !== undefined);
  expect(correction?.source).toMatch(`cin:${result.run}:`);
  expect(chain.filter(({ step }) => step === 'referral').map(({ answers }) => answers['primaryNeed'])).toEqual(['N1', 'N3']);
  expect(await load(next)).toMatchObject({ stated: 0, corrected: 0 });
  expect(await load(text)).toMatchObject({ stated: 0, corrected: 1 });
  expect(await load(next)).toMatchObject({ stated: 0, corrected: 1 });
});

it('problems are kept with line, child, field, value and reason', async () => {
  const { run } = await load(sample('CIN_Census_2026'));
  const problems = await importProblems(at.fresh.app, session, run);
  expect(problems).toContainEqual(
    expect.objectContaining({
      line: 46,
      child: 'DfEX0000001',
      field: 'AssessmentFactors',
      value: 'RB',
      reason: expect.stringContaining('listed codes'),
    }),
  );
  expect(problems).toContainEqual(
    expect.objectContaining({ field: 'PreProceedingsandFGDM', raw: expect.stringContaining('<PPOutcome>A</PPOutcome>') }),
  );
});

it('a child given twice is taken once; two children with one pupil number are not merged', async () => {
  const text = sample('CIN_Census_2024');
  const row = text.slice(text.lastIndexOf('<Child>'), text.lastIndexOf('</Children>'));
  expect(await load(text.replace('</Children>', `${row}</Children>`))).toMatchObject({ children: 3, refusedChildren: 1, newChildren: 2 });
  const another = text.replaceAll('DfEX0000001', 'DfEX0000002').replace('<PersonBirthDate>2015', '<PersonBirthDate>2012');
  expect(await load(another)).toMatchObject({ refusedChildren: 1, newChildren: 0 });
});

it('a file cut short is taken as far as it goes, and the run says where it stopped', async () => {
  const text = sample('fake_CIN_data');
  const result = await load(text.slice(0, text.length / 2));
  expect(result.stopped?.message).toMatch(/ends too early/);
  expect(result.newChildren).toBe(result.children);
  const [run] = await importRuns(at.fresh.app, session);
  expect(run).toMatchObject({
    state: 'stopped',
    childrenDone: result.children,
    entries: result.stated,
    message: expect.stringContaining(`Line ${result.stopped?.line}`),
  });
  expect(await load(text)).toMatchObject({ children: 332, newChildren: 332 - result.newChildren, unchanged: result.stated });
});

it('a generated census has no problems, and reading it again opens every record under the import', async () => {
  const first = await load(censusFile({ children: 450 }));
  expect(first).toMatchObject({ newChildren: 450, problems: { refused: 0, note: 0, kept: 0 } });
  const again = await load(censusFile({ children: 450 }));
  expect(again).toMatchObject({ stated: 0, unchanged: first.stated });
  const record = at.record;
  const { person } = await childKnownAs('C00000001');
  const opening = (await record.open(session, [person], 'test')).get(person);
  if (opening?.kind !== 'opened') throw new Error('not opened');
  expect((await record.whoOpened(opening.record)).map(({ reason }) => reason)).toContain(importReason(again.run));
});

const census = (...children: readonly string[]): string =>
  `<Message><Header><Collection>CIN</Collection><Year>2025</Year></Header><Children>${children.join('\n')}</Children></Message>`;
const child = (id: string, identifiers: string): string =>
  `<Child><ChildIdentifiers><LAchildID>${id}</LAchildID>${identifiers}</ChildIdentifiers>
    <CINdetails><CINreferralDate>2024-04-07</CINreferralDate><ReferralSource>1A</ReferralSource></CINdetails></Child>`;
const heads = async (): Promise<number> =>
  Number((await at.fresh.owner.pool.query('select count(*) from record.head where authority = $1', [session.authority])).rows[0]?.count);

it('an unborn child and the same child born by the next census are one person', async () => {
  const unborn = child('7', '<ExpectedPersonBirthDate>2025-06-01</ExpectedPersonBirthDate><Sex>U</Sex>');
  const born = child('7', '<UPN>A123456789123</UPN><PersonBirthDate>2025-05-28</PersonBirthDate><Sex>F</Sex>');
  expect(await load(census(unborn))).toMatchObject({ newChildren: 1, refusedChildren: 0 });
  const before = await childKnownAs('7');
  expect(before.standing).toMatchObject({ expectedOn: '2025-06-01' });
  expect(before.standing).not.toHaveProperty('bornOn');
  expect(await load(census(born))).toMatchObject({ newChildren: 0, refusedChildren: 0, stated: 0, corrected: 1, unchanged: 1 });
  const after = await childKnownAs('7');
  expect([after.person, await heads()]).toEqual([before.person, 1]);
  expect(after.standing).toMatchObject({ bornOn: '2025-05-28', sex: 'F' });
  expect(after.history.filter(({ step }) => step === 'personDetails')).toHaveLength(1);
  expect(await load(census(born))).toMatchObject({ newChildren: 0, stated: 0, corrected: 0 });
});

it('fields of ten megabytes are refused by name; what else the file says is taken, and the record holds', async () => {
  const huge = 'x'.repeat(10_000_000);
  const usual = '<PersonBirthDate>2019-05-14</PersonBirthDate><Sex>F</Sex>';
  const much = `${usual}<FormerUPN>${huge}</FormerUPN><Remark>${huge}</Remark>`;
  const { run, ...result } = await load(census(child('6', usual), child('7', much), child(huge, usual), child('8', usual)));
  expect(result).toMatchObject({ children: 4, newChildren: 3, refusedChildren: 1, problems: { refused: 2, kept: 1 } });
  const problems = await importProblems(at.fresh.app, session, run);
  expect(problems).toContainEqual(
    expect.objectContaining({ child: '7', field: 'FormerUPN', reason: expect.stringMatching(/long|characters/) }),
  );
  expect(JSON.stringify(problems).length).toBeLessThan(100_000);
  expect((await childKnownAs('7')).standing).toMatchObject({ bornOn: '2019-05-14' });
  const { broken, children, lines } = await verify(at.fresh.owner, session.authority);
  expect({ broken, children, lines }).toEqual({ broken: undefined, children: 3, lines: result.stated });
});
