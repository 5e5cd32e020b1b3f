import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importing, type Importing } from '../import/importing.fixture.ts';
import { date } from '../kernel/calendar/dates.ts';
import { stepNamed, wordingOf } from '../practice/pathway.ts';
import type { Session } from '../record/contract.ts';
import { addMember } from '../record/members.ts';
import { verify } from '../record/verify.ts';
import { as } from './recorded-child.fixture.ts';
import { importStaff } from './staff-import.ts';
import { takeInStaff } from './staff-taken-in.ts';
import { returnsOf } from './web-returns.ts';

let at: Importing;
let folder = '';
beforeAll(async () => {
  at = await importing();
  folder = mkdtempSync(join(tmpdir(), 'staff-import-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await at.end();
});

const element = (name: string, text: string): string => `<${name}>${text}</${name}>`;
const worker = (said: Readonly<Record<string, string>>): string =>
  `<CSWWWorker>${Object.entries({
    AgencyWorker: '0',
    FTE: '0.6',
    PersonBirthDate: '1991-04-07',
    GenderCurrent: '2',
    Ethnicity: 'BCRB',
    QualLevel: '2',
    OrgRole: '5',
    RoleStartDate: '2023-01-09',
    StartOrigin: '2',
    ...said,
  })
    .map(([name, text]) => element(name, text))
    .join('')}</CSWWWorker>`;
const census = (year: number, ...workers: readonly string[]) => ({
  name: `census-${year}.xml`,
  bytes: Buffer.from(
    `<Message><Header><CollectionDetails>${element('Collection', 'CSWW')}${element('Year', String(year))}${element('ReferenceDate', `${year}-09-30`)}</CollectionDetails></Header>${workers.join('')}</Message>`,
  ),
});

async function anAccount({ authority }: Session, registration: string): Promise<string> {
  const member = randomUUID();
  await addMember(at.fresh.owner, {
    authority,
    member,
    name: `Priya ${registration}`,
    email: `${member}@example.org`,
    roles: ['socialWorker'],
    registration,
  });
  return member;
}

const files = [
  census(2025, worker({ SWENo: 'SW555' }), worker({ SWENo: 'SW777' })),
  census(2026, worker({ SWENo: 'SW555', FTE: '1', OrgRole: '4' }), worker({ SWENo: 'SW888', FTE: '2' }), worker({ SWENo: 'SW999' })),
];
const takeIn = (session: Session, more: { readonly dryRun?: boolean } = {}, given = files) => takeInStaff(at.fresh, session, given, more);

it('staff of the censuses of several years are taken in once, whole or not at all, and what is not is told with the reason', async () => {
  const [admin, other] = [await at.anAuthority(), await at.anAuthority()];
  for (const number of ['SW555', 'SW888']) await anAccount(admin, number);
  await anAccount(other, 'SW777');
  expect(await takeIn(admin, { dryRun: true })).toMatchObject({ rows: 5, taken: ['SW555'] });
  const done = await takeIn(admin);
  expect(done).toMatchObject({ rows: 5, taken: ['SW555'], unchanged: [] });
  expect(done.notTaken.map(({ number, at: where, reason }) => [number, where, reason.slice(0, 30)])).toEqual([
    ['SW888', 'census-2026.xml, worker 2', 'FTE is “2”: write a share of a'],
    ['SW777', 'census-2025.xml, worker 2', 'nobody here has an account wit'],
    ['SW999', 'census-2026.xml, worker 3', 'nobody here has an account wit'],
  ]);
  // Taken again it changes nothing; what another file says otherwise is told, and not taken.
  expect(await takeIn(admin)).toMatchObject({ taken: [], unchanged: ['SW555'] });
  const later = await takeIn(admin, {}, [census(2026, worker({ SWENo: 'SW555', OrgRole: '3' }))]);
  expect(later).toMatchObject({ taken: [], unchanged: [], notTaken: [{ reason: expect.stringMatching(/says something already/) }] });
  expect(await verify(at.fresh.owner, admin.authority)).toMatchObject({ lines: 3 });
  const workers = async (session: Session, on: string) =>
    (await returnsOf(at.fresh.app).ofADay(session, 'workforce-census', { on: date(on) }))[0]?.rows.map((row) => [
      row[1],
      row[2],
      row[3],
      row[9],
    ]);
  const head = as(admin, 'headOfService');
  expect(await workers(head, '2025-10-01')).toEqual([['SW555', '0.6', '1991-04-07', '5']]);
  expect(await workers(head, '2026-10-01')).toEqual([['SW555', '1', '1991-04-07', '4']]);
  expect(await workers(as(other, 'headOfService'), '2026-10-01')).toEqual([]);
});

it('the database lets an administrator write what a census says into an empty staff file and into no other, of nobody themselves, and opens none for it', async () => {
  const [admin, other] = [await at.anAuthority(), await at.anAuthority()];
  const member = await anAccount(admin, 'SW555');
  const [file, ownFile, child] = [randomUUID(), randomUUID(), randomUUID()];
  await at.fresh.owner.transaction(null, async (sql) => {
    for (const [person, subject] of [
      [file, member],
      [ownFile, admin.actor],
    ])
      await sql.query(
        "insert into record.file(authority, person, kind, title, subject, made_at, made_by) values ($1, $2, 'staff', 'A file', $3, now(), $3)",
        [admin.authority, person, subject],
      );
  });
  const state = async (session: Session, person: string, name: string, source?: string) => {
    const step = stepNamed(name);
    if (step === undefined) throw new Error(name);
    const shared = { from: '2023-01-09', hours: 37, grade: 'socialWorker' };
    const cited = source === undefined ? {} : { source };
    const made = {
      entry: randomUUID(),
      step: name,
      wording: wordingOf(step),
      happenedOn: date('2023-01-09'),
      shared,
      about: [{ person, answers: {} }],
      ...cited,
    };
    return at.record.append(session, [made], new Map()).catch((error: Error) => ({ kind: 'refused', message: error.message }));
  };
  const source = 'workforce-census:abc:1';
  for (const role of ['teamManager', 'socialWorker', 'performanceAnalyst', 'dataProtectionOfficer'] as const)
    expect(await state(as(admin, role, { actor: randomUUID() }), file, 'employment', source), role).toMatchObject({ kind: 'refused' });
  for (const [session, person, name, cited] of [
    [admin, file, 'employment', undefined],
    [admin, file, 'employment', 'cin:abc:1'],
    [admin, file, 'staffSupervision', source],
    [admin, ownFile, 'employment', source],
    [admin, child, 'employment', source],
    [{ ...other, roles: ['administrator'] as const }, file, 'employment', source],
  ] as const)
    expect(await state(session, person, name, cited), name).toMatchObject({ kind: 'refused' });
  expect(await state(admin, file, 'employment', source)).toEqual({ kind: 'appended' });
  expect(await state(admin, file, 'employment', source)).not.toEqual({ kind: 'appended' });
  expect(await at.record.openFile(admin, file)).not.toMatchObject({ kind: 'opened' });
  await expect(at.record.staffTold(admin, ['employment'])).rejects.toThrow(/Only heads of service and performance analysts/);
});

it('the command says what became of the files, and writes down what was not taken', async () => {
  const admin = await at.anAuthority();
  await anAccount(admin, 'SW555');
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  const csv = 'AgencyWorker,SWENo,FTE,OrgRole,RoleStartDate\r\n0,SW555,0.6,5,2023-01-09\r\n';
  writeFileSync(join(folder, 'workers.csv'), csv);
  const words = ['--authority', String(admin.authority), '--out', 'not-taken.csv'];
  await expect(importStaff(at.fresh, ['workers.csv', '--on', '2026-10-01', ...words], folder)).rejects.toThrow(/of a 30 September/);
  expect(await importStaff(at.fresh, ['workers.csv', ...words], folder)).toBe(false);
  expect(readFileSync(join(folder, 'not-taken.csv'), 'utf8')).toContain('"workers.csv, worker 1",SW555,the file does not say');
  expect(await importStaff(at.fresh, ['census-2025.xml', 'census-2026.xml', ...words], folder)).toBe(false);
  expect(readFileSync(join(folder, 'not-taken.csv'), 'utf8')).toContain('SW777,"nobody here has an account');
  expect(await importStaff(at.fresh, ['census-2025.xml', '--dry-run', ...words], folder)).toBe(false);
});
