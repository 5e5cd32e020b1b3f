import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importing, type Importing } from '../import/importing.fixture.ts';
import { date } from '../kernel/calendar/dates.ts';
import type { FileKind } from '../kernel/step/file-kind.ts';
import { idWithin, stepNamed, wordingOf } from '../practice/pathway.ts';
import type { Session } from '../record/contract.ts';
import { addMember, addTeam } from '../record/members.ts';
import { as } from './recorded-child.fixture.ts';
import { buildReturn } from './return.ts';
import { returnsOf } from './web-returns.ts';

let at: Importing;
let folder = '';
beforeAll(async () => {
  at = await importing();
  folder = mkdtempSync(join(tmpdir(), 'workforce-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await at.end();
});

/** An authority with a social worker, who came in 2025, and two posts in their team. */
async function staffed() {
  const admin = await at.anAuthority();
  const [team, member, file] = [randomUUID(), randomUUID(), randomUUID()];
  const { authority } = admin;
  await addTeam(at.fresh.owner, { authority, team, name: 'North 1' });
  await addMember(at.fresh.owner, {
    authority,
    member,
    name: 'Priya Shah',
    email: `${member}@example.org`,
    roles: ['socialWorker'],
    team,
    registration: 'SW555',
  });
  const head = as(admin, 'headOfService', { actor: randomUUID() });
  const state = async (
    of: { readonly file: string; readonly kind: FileKind; readonly subject?: string },
    name: string,
    on: string,
    shared: object,
  ) => {
    const step = stepNamed(name);
    if (step === undefined) throw new Error(name);
    await at.record.addFile(head, { title: 'A file', ...of });
    const opening = await at.record.openFile(head, of.file);
    const known = opening.kind === 'opened' ? new Map([[of.file, await at.record.read(opening.record)]]) : new Map();
    const made = {
      entry: randomUUID(),
      step: name,
      wording: wordingOf(step),
      happenedOn: date(on),
      shared: { ...shared },
      about: [{ person: of.file, answers: {} }],
    };
    expect(await at.record.append(head, [made], known)).toEqual({ kind: 'appended' });
  };
  const staff = { file, kind: 'staff', subject: member } as const;
  await state(staff, 'employment', '2025-11-03', {
    from: '2025-11-03',
    contract: 'permanent',
    team,
    hours: 22.2,
    grade: 'socialWorker',
    role: '5',
    origin: '2',
  });
  await state(staff, 'staffDetails', '2025-11-03', { on: '2025-11-03', bornOn: '1991-04-07', ethnicity: 'BCRB' });
  const register = { file: idWithin('the workforce', 'workforce', 0), kind: 'workforce' } as const;
  await state(register, 'teamPosts', '2025-04-01', { from: '2025-04-01', team, posts: [{ grade: 'socialWorker', fte: 2 }] });
  return { admin, head, state: (name: string, on: string, shared: object) => state(staff, name, on, shared) };
}

const workers = async (session: Session, knownAt?: string) => {
  const { ofADay } = returnsOf(at.fresh.app);
  const [rows, vacancies] = await ofADay(session, 'workforce-census', { on: date('2026-11-01'), knownAt });
  return [rows?.rows.map((row) => [row[1], row[2], row[3], row[9], row[18]]), vacancies?.rows];
};

it('is built by those who answer for returns, of their own authority, as known at an instant; and by nobody else', async () => {
  const [one, other] = [await staffed(), await at.anAuthority()];
  const told = [[['SW555', '0.6', '1991-04-07', '5', undefined]], [['1.40', '0.00', '0']]];
  expect(await workers(one.head)).toEqual(told);
  expect(await workers(as(one.admin, 'performanceAnalyst'))).toEqual(told);
  expect(await workers(as(other, 'headOfService'))).toEqual([[], [['0.00', '0.00', '0']]]);
  for (const role of ['teamManager', 'socialWorker', 'reviewingOfficer', 'administrator'] as const)
    await expect(workers(as(one.admin, role)), role).rejects.toThrow(/Only/);
  const before = new Date(Date.now() + 1).toISOString();
  await new Promise((done) => setTimeout(done, 20));
  await one.state('employmentEnd', '2026-08-28', { endedOn: '2026-08-28', reason: '1', destination: '3' });
  expect((await workers(one.head))[1]).toEqual([['2.00', '0.00', '0']]);
  expect(await workers(one.head, before)).toEqual(told);
});

it('is written as CSV files and as the Department’s message', async () => {
  const { admin } = await staffed();
  const out = `out-${randomUUID()}`;
  const opened = { app: at.fresh.app, owner: at.fresh.owner } as Parameters<typeof buildReturn>[0];
  expect(
    await buildReturn(opened, ['workforce-census', '--out', out, '--on', '2026-11-01', '--authority', String(admin.authority)], folder),
  ).toBe(true);
  expect(readdirSync(join(folder, out)).toSorted()).toEqual([
    'workforce-census-vacancies.csv',
    'workforce-census-workers.csv',
    'workforce-census.xml',
  ]);
  expect(readFileSync(join(folder, out, 'workforce-census.xml'), 'utf8')).toContain(
    '<SWENo>SW555</SWENo><FTE>0.6</FTE><PersonBirthDate>1991-04-07</PersonBirthDate>',
  );
  const mode = (path: string) => statSync(join(folder, path)).mode & 0o777;
  expect([mode(out), mode(join(out, 'workforce-census.xml')), mode(join(out, 'workforce-census-workers.csv'))]).toEqual([
    0o700, 0o600, 0o600,
  ]);
  const knownAt = new Date(Date.now() + 1).toISOString();
  await new Promise((done) => setTimeout(done, 1_100));
  const known = async (): Promise<string> => {
    const into = `out-${randomUUID()}`;
    const words = ['workforce-census', '--out', into, '--on', '2026-11-01', '--known-at', knownAt, '--authority', String(admin.authority)];
    await buildReturn(opened, words, folder);
    await new Promise((done) => setTimeout(done, 1_100));
    return readFileSync(join(folder, into, 'workforce-census.xml'), 'utf8');
  };
  const first = await known();
  expect(first).toContain(`<DateTime>${knownAt.slice(0, 19)}</DateTime>`);
  expect(await known()).toBe(first);
});

it('why it says what it says of a social worker is answered with the entries of the staff file, as known at an instant, to those who may build it', async () => {
  const [one, other] = [await staffed(), await at.anAuthority()];
  const { prepared } = returnsOf(at.fresh.app);
  const why = async (session: Session, knownAt?: string) =>
    (await prepared.why(session, { of: 'workforce-census', on: date('2026-11-01'), number: 'SW555', knownAt }))?.parts[0]?.cells;
  const before = new Date(Date.now() + 1).toISOString();
  await new Promise((done) => setTimeout(done, 20));
  await one.state('employmentEnd', '2026-08-28', { endedOn: '2026-08-28', reason: '1', destination: '3' });
  const cells = await why(as(one.admin, 'performanceAnalyst'));
  const steps = (field: string) => cells?.find((cell) => cell.field === field)?.from.map(({ step }) => step);
  expect(['FTE', 'PersonBirthDate', 'RoleStartDate', 'RoleEndDate', 'ReasonLeave'].map((field) => [field, steps(field)])).toEqual([
    ['FTE', ['employment']],
    ['PersonBirthDate', ['staffDetails']],
    ['RoleStartDate', ['employment']],
    ['RoleEndDate', ['employmentEnd']],
    ['ReasonLeave', ['employmentEnd']],
  ]);
  expect(cells?.find(({ field }) => field === 'SWENo')).toMatchObject({
    value: 'SW555',
    from: [],
    because: expect.stringContaining('account'),
  });
  const then = await why(one.head, before);
  expect(then?.some(({ field }) => field === 'RoleEndDate')).toBe(false);
  expect(then?.find(({ field }) => field === 'Cases30')).toMatchObject({ from: [], because: expect.stringContaining('allocated') });
  expect(await why(as(other, 'headOfService'))).toBeUndefined();
  await expect(why(as(one.admin, 'socialWorker'))).rejects.toThrow(/Only/);
});

it('who changed what of a social worker is told by the entries from which the census follows, and of nothing else in their file', async () => {
  const [one, other] = [await staffed(), await at.anAuthority()];
  const { prepared: returns } = returnsOf(at.fresh.app);
  const [analyst, otherHead] = [as(one.admin, 'performanceAnalyst'), as(other, 'headOfService')];
  const [prepared, theirs] = [randomUUID(), randomUUID()];
  const asked = { of: 'workforce-census', on: date('2026-11-01'), authority: 'Norchester' } as const;
  await returns.prepare(analyst, { ...asked, prepared });
  await returns.prepare(otherHead, { ...asked, prepared: theirs });
  await one.state('employmentEnd', '2026-08-28', { endedOn: '2026-08-28', reason: '1', destination: '3' });
  await one.state('staffAbsence', '2026-10-05', { from: '2026-10-05', reason: 'SIC' });
  await one.state('safetyIncident', '2026-10-06', { on: '2026-10-06', kind: 'threat', alone: true });
  const who = async (session: Session, id: string) => {
    const found = (await returns.all(session)).find((each) => each.prepared === id);
    if (found === undefined) throw new Error('it is not kept');
    const compared = await returns.compare(session, found, { kind: 'record' });
    return (await compared?.who?.(['SW555', 'workforce-census-vacancies', 'workforce-census-workers']))?.children;
  };
  for (const session of [analyst, one.head]) {
    const changed = (await who(session, prepared)) ?? [];
    expect(changed.map(({ child, others }) => [child, others])).toEqual([
      ['SW555', []],
      ['workforce-census-vacancies', []],
    ]);
    const said = new Map(changed[0]?.values.map(({ field, was, now, by }) => [field, [was, now, by.map(({ step }) => step)]]));
    expect(said.get('RoleEndDate')).toEqual([undefined, '2026-08-28', ['employmentEnd']]);
    expect(said.get('FTE30')).toEqual(['0.6', undefined, ['employmentEnd']]);
    expect([...said.values()].flatMap(([, , by]) => by).filter((step) => step !== 'employmentEnd')).toEqual([]);
    expect(changed[1]?.values).toMatchObject([{ field: 'NumberOfVacancies', was: '1.40', now: '2.00' }]);
  }
  expect(await who(otherHead, theirs)).toEqual([expect.objectContaining({ child: 'workforce-census-vacancies', values: [] })]);
  for (const role of ['socialWorker', 'teamManager', 'reviewingOfficer', 'inspector'] as const)
    await expect(who(as(one.admin, role), prepared), role).rejects.toThrow('it is not kept');
});
