import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demonstrationAuthority } from '../../demo/authority.ts';
import { loadDemonstration } from '../../demo/load.ts';
import { freshDatabase, type FreshDatabase } from '../../test/servers.ts';
import { assuring } from '../governance/assurance/assuring.ts';
import { addDays, dayInEngland } from '../kernel/calendar/dates.ts';
import type { Measured } from '../oversight/measures/measured.ts';
import { derivation, wordingOf } from '../practice/pathway.ts';
import { assuredFigures } from '../record/assurance.ts';
import type { Session } from '../record/contract.ts';
import { lastPublished, loadPublished, type PublishedKind } from '../record/published-figures.ts';
import { asOwnerOf } from '../record/verify.ts';
import { measuredFor, measuresOf } from './measured-figures.ts';

const { authority } = demonstrationAuthority;
const today = dayInEngland(new Date());
let fresh: FreshDatabase;
let found: Measured;
let head: Session;

const memberOf = async (role: string): Promise<Session> => {
  const { rows } = await asOwnerOf(fresh.owner, authority, (sql) =>
    sql.query<{ member: string }>('select member from access.member where authority = $1 and $2 = any(roles) limit 1', [authority, role]),
  );
  const roles = [role].flatMap((one) => (one === 'headOfService' || one === 'teamManager' ? [one] : [])) satisfies Session['roles'];
  return { authority, actor: rows[0]?.member ?? '', roles, teams: [], scope: 'all' };
};

beforeAll(async () => {
  fresh = await freshDatabase();
  await loadDemonstration({ owner: fresh.owner, derivation, wordingOf, today, scale: 0.1 });
  head = await memberOf('headOfService');
  found = await measuredFor({ database: fresh.app, session: head }, today);
});
afterAll(() => fresh.drop());

const counted = (measure: string) => {
  const own = found.behind.filter((one) => one.measure === measure && one.isIn !== undefined);
  return { n: own.filter(({ isIn }) => isIn).length, among: own.length };
};

test('what the assurance report counts too is counted the same', async () => {
  const rows = await assuredFigures(fresh.app, head, [new Date().toISOString()], assuring);
  const figure = (name: string) => {
    const own = rows.filter((row) => row.figure === name);
    return { n: own.reduce((sum, { n }) => sum + n, 0), among: own.reduce((sum, { among }) => sum + among, 0) };
  };
  const [drift, again] = [figure('planDrift'), figure('planAgain')];
  expect(counted('plansOverTwoYears')).toEqual({ n: drift.among - drift.n, among: drift.among });
  expect(counted('repeatPlansEver')).toEqual({ n: again.among - again.n, among: again.among });
  expect(counted('planRate').n).toBe(figure('plan').n);
  expect(counted('careRate').n).toBe(figure('care').n);
  expect(drift.among).toBeGreaterThan(10);
});

test('each measure of practice counts somebody in the demonstration, each with the entry that says so', () => {
  for (const name of [
    'reReferrals',
    'assessments45Days',
    'conferences15Days',
    'planReviewsInTime',
    'threePlacements',
    'healthAssessments',
    'leavers19to21InTouch',
  ])
    expect(counted(name).among, name).toBeGreaterThan(0);
  expect(found.behind.filter(({ entry }) => entry !== undefined).length).toBeGreaterThan(found.behind.length / 2);
});

test('asked by analysts and heads of service of their own authority, and by nobody else; each time it is logged', async () => {
  const measures = measuresOf(fresh.app, new Map());
  await expect(measures.found(await memberOf('teamManager'), today)).rejects.toThrow('Only performance analysts and heads of service');
  const elsewhere = await measuresOf(fresh.app, new Map()).found({ ...head, authority: authority + 1 }, addDays(today, -1));
  expect(elsewhere.behind).toEqual([]);
  const { rows } = await asOwnerOf(fresh.owner, authority, (sql) =>
    sql.query<{ n: number }>("select count(*)::int as n from record.list_log where authority = $1 and question ? 'measures'", [authority]),
  );
  expect(rows[0]?.n).toBeGreaterThan(0);
});

test('published figures are loaded by the same alone, the last file stands, and another authority sees none', async () => {
  const figures = [{ area: 'England', relation: 'england', measure: 'reReferrals', period: '2024-25', value: 22 }] as const;
  const file = (fileName: string, kind: PublishedKind = 'measures') => ({ file: randomUUID(), kind, fileName, figures });
  const workforce = await lastPublished(fresh.app, head, 'workforce');
  expect(workforce?.fileName).toContain('INVENTED');
  expect(await loadPublished(fresh.app, await memberOf('teamManager'), file('a.csv'))).toMatchObject({ kind: 'refused' });
  expect(await loadPublished(fresh.app, head, file('a.csv'))).toEqual({ kind: 'done' });
  expect(await loadPublished(fresh.app, head, file('b.csv'))).toEqual({ kind: 'done' });
  expect(await lastPublished(fresh.app, head, 'measures')).toMatchObject({ fileName: 'b.csv', figures });
  expect(await lastPublished(fresh.app, head, 'workforce')).toEqual(workforce);
  expect(await loadPublished(fresh.app, head, file('c.csv', 'workforce'))).toEqual({ kind: 'done' });
  expect(await lastPublished(fresh.app, head, 'workforce')).toMatchObject({ fileName: 'c.csv' });
  for (const kind of ['measures', 'workforce', 'population'] as const) {
    expect(await lastPublished(fresh.app, { ...head, authority: authority + 1 }, kind)).toBeUndefined();
    expect(await lastPublished(fresh.app, await memberOf('teamManager'), kind)).toBeUndefined();
  }
});
