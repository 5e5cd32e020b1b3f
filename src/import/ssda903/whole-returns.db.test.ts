import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Session } from '../../record/contract.ts';
import { importProblems } from '../../record/import-problems.ts';
import { importing, type Importing } from '../importing.fixture.ts';

const sample = (name: string): string => new URL(`../../../test/samples/ssda903/${name}`, import.meta.url).pathname;

/* One database for all; each test has an authority of its own. */
let at: Importing;
let session: Session;
beforeAll(async () => void (at = await importing()));
afterAll(() => at.end());
beforeEach(async () => {
  session = { ...(await at.anAuthority()), roles: ['administrator', 'headOfService'], scope: 'all' };
});

const load = (path: string) => at.loadFrom(path, { session });

async function counts(): Promise<Readonly<Record<string, number>>> {
  const { rows } = await at.fresh.owner.pool.query<{ step: string; n: number }>(
    `select e.step, count(*) as n from record.ledger l join record.entry e using (authority, entry)
     where l.corrects is null and authority = $1 group by e.step`,
    [session.authority],
  );
  return Object.fromEntries(rows.map(({ step, n }) => [step, n]));
}

/** Counted apart from this program, in the files themselves (sort, awk): see the comments. */
it('two consecutive years: nothing twice, what is new is added, what is no longer repeated stays', async () => {
  const first = await load(sample('two-years/2025'));
  // Reviews: 3,833 rows, 2 of them given twice, 607 on days that had not come. Periods: RNE S, or the first episode of a child.
  expect(await counts()).toEqual({
    personDetails: 970,
    periodOfCare: 821,
    placement: 1394,
    legalStatus: 382,
    lookedAfterReview: 3224,
    outcomesOfTheYear: 757,
    careLeaverContact: 143,
    unaccompaniedChild: 49,
    missingEpisode: 11,
    returnFromMissing: 11,
    previousPermanence: 970,
  });
  expect(first).toMatchObject({ children: 970, newChildren: 970, refusedChildren: 0, corrected: 0 });
  expect(await load(sample('two-years/2025'))).toMatchObject({ newChildren: 0, stated: 0, corrected: 0 });
  const second = await load(sample('two-years/2026'));
  expect(second).toMatchObject({ children: 815, newChildren: 122, refusedChildren: 0 });
  const both = await counts();
  expect(both).toMatchObject({
    personDetails: 1092,
    periodOfCare: 1095,
    placement: 2140,
    legalStatus: 625,
    lookedAfterReview: 3369,
    outcomesOfTheYear: 757 + 693,
    careLeaverContact: 143 + 133,
    missingEpisode: 18,
    previousPermanence: 1092,
  });
  for (const year of ['2026', '2025']) expect(await load(sample(`two-years/${year}`))).toMatchObject({ stated: 0, corrected: 0 });
  expect(await counts()).toEqual(both);
});

it('dates with two digits are reported, not guessed; the same return with whole dates adds what they ended, and nothing else', async () => {
  const { run } = await load(sample('two-years/2025'));
  const problems = await importProblems(at.fresh.app, session, run, { limit: 5_000 });
  const twoDigits = problems.filter(({ field, reason }) => field === 'DEC' && reason.includes('two digits'));
  expect(twoDigits).toHaveLength(1107);
  expect(twoDigits[0]).toMatchObject({
    file: 'episodes.csv',
    line: 2,
    child: '365665',
    value: '27/11/24',
    raw: expect.stringContaining('DECOM=06/10/2024'),
  });
  expect((await counts())['periodOfCareEnd']).toBeUndefined();
  const before = await counts();
  expect(await load(sample('two-years/ssda903_2025.xml'))).toMatchObject({ stated: 309, corrected: 1, newChildren: 0 });
  expect(await counts()).toEqual({ ...before, periodOfCareEnd: 309 });
});

it('a return of every table, dense in faults: what can be read is taken, each fault has its place', async () => {
  const result = await load(sample('small-all-tables-2025'));
  expect(result).toMatchObject({ children: 130, newChildren: 24, refusedChildren: 106 });
  const problems = await importProblems(at.fresh.app, session, result.run, { limit: 1_000 });
  for (const expected of [
    { file: 'SSDA903_2025_episodes.csv', line: 2, child: '', field: 'CHILD' },
    { file: 'SSDA903_2025_episodes.csv', line: 3, child: '689661', field: 'DECOM', value: 'notadate' },
    { file: 'SSDA903_2025_episodes.csv', line: 4, child: '689661', field: 'RNE', value: 'A' },
    { file: 'SSDA903_2025_ad1.csv', line: 2, child: '628289', field: 'FOSTER_CARE', value: 'FISH' },
    { file: 'SSDA903_2025_missing.csv', line: 2, child: '900327', field: 'DOB', value: '29/04/2002' },
  ])
    expect(problems).toContainEqual(expect.objectContaining(expected));
});
