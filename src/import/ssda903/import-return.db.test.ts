import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { episodesOf } from '../../practice/pathway.ts';
import type { Session } from '../../record/contract.ts';
import { beginImport, importRun, importRuns } from '../../record/imports.ts';
import { importing, type Importing } from '../importing.fixture.ts';

const sample = (name: string): string => new URL(`../../../test/samples/ssda903/${name}`, import.meta.url).pathname;

/* One database for all; each test has an authority of its own. */
let at: Importing;
let session: Session;
let files: Record<string, string>;
beforeAll(async () => void (at = await importing()));
afterAll(() => at.end());
const another = async (): Promise<void> => {
  session = { ...(await at.anAuthority()), roles: ['administrator', 'headOfService'], scope: 'all' };
};
beforeEach(async () => {
  files = {};
  await another();
});

/** What has been written so far. */
const loadWritten = (year?: number) => at.load(files, { session, year });

async function childKnownAs(id: string) {
  const { record } = at;
  const person = (await record.identify(session, [{ kind: 'LAchildID', value: id }])).get(`LAchildID ${id}`) ?? '';
  const opening = (await record.open(session, [person], 'test')).get(person);
  if (opening?.kind !== 'opened') throw new Error(`${id} is not on record`);
  return record.read(opening.record);
}

async function counts(): Promise<Readonly<Record<string, number>>> {
  const { rows } = await at.fresh.owner.pool.query<{ step: string; n: number }>(
    `select e.step, count(*) as n from record.ledger l join record.entry e using (authority, entry)
     where l.corrects is null and authority = $1 group by e.step`,
    [session.authority],
  );
  return Object.fromEntries(rows.map(({ step, n }) => [step, n]));
}

const written = (name: string, text: string): void => void (files[name] = text);

describe('from one year to the next', () => {
  const header = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n7,F,14/05/2019,APKN,A123456789123,,\n';
  const columns = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n';
  const year = async (of: number, ...episodes: readonly string[]) => {
    written('a.csv', header);
    written('b.csv', columns + episodes.map((row) => `${row}\n`).join(''));
    return loadWritten(of);
  };
  const open = '7,02/06/2024,S,C1,N1,U6,PR1,,,,OX1 1ND,OX4 2QQ,SC123456';

  it('what was open is closed; the same is not said twice; an earlier return loaded later takes nothing back', async () => {
    await year(2025, open);
    const closed = '7,02/06/2024,S,C1,N1,U6,PR1,01/10/2025,X1,CARPL,OX1 1ND,OX4 2QQ,SC123456';
    const next = '7,01/10/2025,P,C1,N1,U4,PR1,05/02/2026,E4A,,OX1 1ND,OX2 6HE,SC654321';
    expect(await year(2026, closed, next)).toMatchObject({ stated: 2, corrected: 0 });
    const { history, standing } = await childKnownAs('7');
    expect(history.map(({ step, happenedOn }) => `${happenedOn} ${step}`)).toEqual([
      '2019-05-14 personDetails',
      '2024-06-02 periodOfCare',
      '2024-06-02 placement',
      '2025-10-01 placement',
      '2026-02-05 periodOfCareEnd',
    ]);
    expect(history[3]?.answers).toMatchObject({ type: 'U4', sameCarers: false, reasonForMove: 'CARPL' });
    expect(standing.name).toBe('Child 7');
    expect(await year(2025, open)).toMatchObject({ stated: 0, corrected: 0 });
  });

  it('a changed fact is a correction with its source', async () => {
    await year(2025, open);
    const result = await year(2026, open.replace(',N1,', ',N5,'));
    expect(result).toMatchObject({ stated: 0, corrected: 1 });
    const { chain, history } = await childKnownAs('7');
    expect(history.find(({ step }) => step === 'periodOfCare')?.answers).toMatchObject({ categoryOfNeed: 'N5' });
    expect(chain.find(({ corrects }) => corrects !== undefined)?.source).toMatch(/^ssda903:[^:]+:episodes 2:2026:7:of [a-z0-9_+]*episodes/);
    expect(await year(2025, open)).toMatchObject({ stated: 0, corrected: 0 });
    expect(await year(2026, open)).toMatchObject({ corrected: 1 });
  });

  it('a return that begins in the middle of a period says so, unless the record knows the period', async () => {
    const later = '7,01/10/2025,L,C2,N1,U6,PR1,,,,OX1 1ND,OX4 2QQ,SC123456';
    expect(await year(2026, later)).toMatchObject({ stated: 4 });
    const { history } = await childKnownAs('7');
    expect(history.filter(({ answers }) => answers['beganEarlier'] === true).map(({ step }) => step)).toEqual([
      'periodOfCare',
      'placement',
    ]);
    expect(episodesOf(history)).toMatchObject([{ startedOn: '2025-10-01', whyNew: 'L', legalStatus: 'C2', type: 'U6' }]);
    await another();
    await year(2025, open);
    expect(await year(2026, later)).toMatchObject({ stated: 1 });
    expect((await childKnownAs('7')).history.at(-1)).toMatchObject({ step: 'legalStatus', answers: { legalStatus: 'C2' } });
  });

  it('rows of a child who is not in the header are taken only for a child on record, born on the same day', async () => {
    await year(2025, open);
    delete files['a.csv'];
    written('c.csv', 'CHILD,DOB,REVIEW,REVIEW_CODE\n7,14/05/2019,01/07/2024,PN1\n8,14/05/2019,01/07/2024,PN1\n');
    expect(await loadWritten(2025)).toMatchObject({ stated: 1, refusedChildren: 1, newChildren: 0 });
    written('c.csv', 'CHILD,DOB,REVIEW,REVIEW_CODE\n7,15/05/2019,02/07/2024,PN1\n');
    delete files['b.csv'];
    expect(await loadWritten(2025)).toMatchObject({ stated: 0, refusedChildren: 1 });
  });
});

describe('what is not a return', () => {
  it('is a run that says why', async () => {
    written('SSDA903_2026.csv', 'a,b,c\n1,2,3\n');
    const { run, stopped } = await loadWritten();
    expect(stopped?.message).toMatch(/no table of the SSDA903 return/);
    expect((await importRuns(at.fresh.app, session))[0]).toMatchObject({ run, state: 'stopped', kind: 'ssda903' });
  });

  it('two files of one table, or no year: nothing is taken', async () => {
    written('one.csv', 'CHILD,DOB,REVIEW,REVIEW_CODE\n7,14/05/2019,01/07/2024,PN1\n');
    expect((await loadWritten()).stopped?.message).toMatch(/which year/);
    written('two.csv', 'CHILD,DOB,REVIEW,REVIEW_CODE\n7,14/05/2019,01/07/2024,PN1\n');
    expect((await loadWritten(2025)).stopped?.message).toMatch(/one.csv and two.csv both hold the table reviews/);
    expect(await counts()).toEqual({});
  });
});

it('whoever may not import is refused in words, and is not sent to a run that there is not', async () => {
  const begun: string[] = [];
  const taking = { session: { ...session, roles: ['performanceAnalyst'] } as const, onBegun: (run: string) => begun.push(run) };
  await expect(at.loadFrom(sample('small-all-tables-2025'), taking)).rejects.toMatchObject({
    code: 'SL001',
    message: expect.stringContaining('administrator'),
  });
  expect([begun, await importRuns(at.fresh.app, session)]).toEqual([[], []]);
});

it('an import that breaks off is stopped, not running for ever; it is found however many looks and repairs came after it', async () => {
  const broken = { ...at.record, append: () => Promise.reject(new Error('The database has gone away')) };
  await expect(at.loadFrom(sample('small-all-tables-2025'), { session, with: { ...at.importer, record: broken } })).rejects.toThrow(
    'gone away',
  );
  const [stopped] = await importRuns(at.fresh.app, session);
  expect(stopped).toMatchObject({ state: 'stopped', message: expect.stringContaining('Load the same file again') });
  for (let n = 0; n < 60; n += 1)
    await beginImport(at.fresh.app, session, { run: randomUUID(), fileName: 'A look', fileHash: 'ab', kind: 'identity' });
  expect((await importRuns(at.fresh.app, session)).map(({ run }) => run)).toEqual([stopped?.run]);
  for (let n = 0; n < 60; n += 1)
    await beginImport(at.fresh.app, session, { run: randomUUID(), fileName: 'a.csv, put right', fileHash: 'ab', kind: 'ssda903' });
  expect(await importRun(at.fresh.app, session, stopped?.run ?? '')).toEqual(stopped);
  expect(await importRun(at.fresh.app, { ...session, authority: 202 }, stopped?.run ?? '')).toBeUndefined();
});
