import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/servers.ts';
import { date } from '../kernel/calendar/dates.ts';
import { unseal } from '../oversight/emergency-copy/sealing.ts';
import { derivation, wordingOf } from '../practice/pathway.ts';
import { stepOf } from '../practice/step-of.fixture.ts';
import type { NewEntry, Session } from '../record/contract.ts';
import { copiesMade } from '../record/emergency-copies.ts';
import { addAuthority, addMember, addTeam } from '../record/members.ts';
import { createRecord } from '../record/record.ts';
import { emergencyCopy } from './emergency-copy.ts';
import { givePermissions, type Opened } from './open.ts';

const folder = mkdtempSync(join(tmpdir(), 'sightline-emergency-'));
const [passphraseFile, out] = [join(folder, 'passphrase'), join(folder, 'copy.html')];
const passphrase = 'acorn badge canyon dolphin ember fossil guitar';
const [north, administrator, worker] = [randomUUID(), randomUUID(), randomUUID()];
const session: Session = { authority: 1, actor: worker, roles: ['teamManager', 'socialWorker'], teams: [north], scope: 'all' };

let fresh: FreshDatabase;
let opened: Opened;
beforeAll(async () => {
  fresh = await freshDatabase();
  opened = { ...fresh, demonstration: false, announce: () => {} };
  await addAuthority(fresh.owner, { authority: 1, name: 'Norchester' });
  await addTeam(fresh.owner, { authority: 1, team: north, name: 'North' });
  await addMember(fresh.owner, { authority: 1, member: administrator, name: 'Ian Frost', email: 'i@n.example', roles: ['administrator'] });
  await givePermissions(fresh.owner, 1);
  writeFileSync(passphraseFile, `${passphrase}\n`, { mode: 0o600 });
});
afterAll(async () => {
  await fresh.drop();
  rmSync(folder, { recursive: true, force: true });
});

const stated = (person: string, step: string, on: string, answers: Readonly<Record<string, unknown>>): NewEntry => {
  return {
    entry: randomUUID(),
    step,
    wording: wordingOf(stepOf(step)),
    happenedOn: date(on),
    shared: answers,
    about: [{ person, answers: {} }],
  };
};

async function child(firstName: string, words: string): Promise<string> {
  const person = randomUUID();
  const entries = [
    stated(person, 'personDetails', '2019-05-14', { laChildId: firstName, firstName, lastName: 'Okafor', bornOn: '2019-05-14' }),
    stated(person, 'childProtectionPlan', '2026-01-05', { startedOn: '2026-01-05', category: 'NEG' }),
    stated(person, 'allocation', '2026-01-05', { allocatedOn: '2026-01-05', worker, team: north, role: 'lead' }),
    stated(person, 'warning', '2026-01-06', { from: '2026-01-06', kind: 'dangerToStaff', words }),
  ];
  const imported = entries.map((entry) => ({ ...entry, source: `test:1:${entry.step}` }));
  const record = createRecord({ database: fresh.app, derivation });
  const result = await record.append({ ...session, actor: administrator, roles: ['administrator'] }, imported, new Map());
  expect(result).toEqual({ kind: 'appended' });
  return person;
}

const said = vi.spyOn(console, 'log');
const obey = (...words: string[]) => emergencyCopy(opened, words, folder);
const whole = ['--out', out, '--for', 'Night duty', '--passphrase-file', passphraseFile];

async function openedFile(): Promise<{
  readonly children: readonly { readonly name: string; readonly warnings: readonly { readonly words: string }[] }[];
}> {
  const sealed = /id="sealed">(.*?)<\/script>/s.exec(readFileSync(out, 'utf8'))?.[1] ?? '';
  return (await unseal(JSON.parse(sealed), passphrase)) as never;
}

describe('sightline emergency-copy', () => {
  it('writes a file that opens with the passphrase of its file, without anybody restricted in it or named in it', async () => {
    await child('Ada', 'Dog loose. Do not tell Bobby.');
    const bobby = await child('Bobby', 'None');
    const record = createRecord({ database: fresh.app, derivation });
    expect(await record.restrict(session, bobby, { readers: [], ring: 'Adoption', reason: 'adopted' })).toEqual({ kind: 'done' });
    expect(await obey(...whole)).toBe(true);
    const { children } = await openedFile();
    expect(children.map(({ name, warnings }) => [name, warnings[0]?.words])).toEqual([
      ['Ada Okafor', 'Dog loose. Do not tell [name withheld].'],
    ]);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['copy.html', 'passphrase']);
    expect(readFileSync(out, 'utf8')).not.toContain('Okafor');
    expect(said.mock.calls.flat().join()).not.toContain(passphrase);
  });

  it('is numbered and logged as made by command', async () => {
    expect(await obey(...whole, '--days', '1', '--team', 'North')).toBe(true);
    const [latest] = await copiesMade(fresh.app, { ...session, roles: ['headOfService'] });
    expect(latest).toMatchObject({
      number: 2,
      madeHow: 'command',
      madeBy: administrator,
      recipient: 'Night duty',
      scope: 'North',
      children: 1,
    });
  });

  it.each([
    [['--out', out, '--for', 'Night duty'], 'no terminal'],
    [['--for', 'Night duty'], 'needs --out'],
    [['--out', out, '--passphrase-file', passphraseFile], 'needs --for'],
    [[...whole, '--days', '15'], '1 to 14 days'],
    [[...whole, '--team', 'South'], 'There are North'],
    [[...whole, '--passphrase-file', join(folder, 'none')], 'not a file'],
    [[...whole, '--out', join(folder, 'nowhere', 'copy.html')], 'could not be written'],
    [[...whole, '--wat'], 'not known here'],
  ])('refuses in words: %o', async (words, message) => {
    await expect(obey(...words)).rejects.toThrow(message);
  });

  it('refuses a passphrase file that others can read, and one that can be guessed', async () => {
    const weak = join(folder, 'weak');
    writeFileSync(weak, 'password', { mode: 0o600 });
    await expect(obey(...whole, '--passphrase-file', weak)).rejects.toThrow('too easy to guess');
    chmodSync(weak, 0o644);
    await expect(obey(...whole, '--passphrase-file', weak)).rejects.toThrow('other accounts');
    rmSync(weak);
  });
});
