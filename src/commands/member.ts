import { randomUUID } from 'node:crypto';
import { roles, type Role } from '../kernel/step/permission.ts';
import type { Database } from '../platform/database.ts';
import { Obstacle } from '../platform/obstacle.ts';
import { addMember } from '../record/members.ts';
import { changePassword, leave, register, staffOf, teamsNamed, type StaffMember } from '../record/staff.ts';
import { onlyAuthority } from './chosen-authority.ts';
import { firstPassword } from './first-password.ts';
import type { Opened } from './open.ts';
import { readWords, type Words } from './words.ts';

const usage = `member add NAME --email ADDRESS --role ROLE… [--team NAME] [--manages NAME…] · member number ADDRESS SW123456 (of Social Work England: the looked-after return asks for it) · member add NAME --email ADDRESS --outside (an expert: sees what a manager shows them, and nothing else) · member password ADDRESS · member leave ADDRESS · member list
Roles: ${Object.keys(roles).join(', ')}. With several authorities: --authority NUMBER.`;

const isRole = (text: string): text is Role => Object.hasOwn(roles, text);

function readRoles(given: readonly string[]): readonly Role[] {
  const wrong = given.find((each) => !isRole(each));
  if (wrong !== undefined) throw new Obstacle(`--role is "${wrong}", which is not a role. The roles are ${Object.keys(roles).join(', ')}.`);
  if (given.length === 0) throw new Obstacle(`member add needs at least one --role. The roles are ${Object.keys(roles).join(', ')}.`);
  return given.filter(isRole);
}

/** An address to sign in with, as it is stored. */
export function readEmail(text: string | undefined): string {
  if (text !== undefined && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return text.toLowerCase();
  throw new Obstacle(`The e-mail address is "${text ?? ''}". It must look like name@council.gov.uk: it is what the person signs in with.`);
}

type At = { readonly owner: Database; readonly authority: number };

async function teamIds({ owner, authority }: At, names: readonly string[]): Promise<readonly string[]> {
  const teams = await teamsNamed(owner, authority);
  return names.map((name) => {
    const id = teams.get(name);
    if (id !== undefined) return id;
    throw new Obstacle(
      `There is no team "${name}". ${teams.size === 0 ? 'Add it first: team add NAME' : `There are ${[...teams.keys()].join(', ')}.`}`,
    );
  });
}

/** Adds somebody with a first password, and says it: this once. */
export async function addWithPassword(
  { owner, authority }: At,
  person: {
    readonly name: string;
    readonly email: string;
    readonly roles: readonly Role[];
    readonly team?: string;
    readonly manages?: readonly string[];
  },
): Promise<void> {
  const { shown, hash } = await firstPassword();
  await addMember(owner, { authority, member: randomUUID(), password: hash, ...person });
  console.log(
    `${person.name} can sign in as ${person.email} with the password ${shown}\nIt is shown this once. Hand it over in person or by telephone.`,
  );
}

async function add(at: At, { words, one, all, is }: Words): Promise<void> {
  const name = words.slice(1).join(' ').trim();
  if (name === '') throw new Obstacle(`member add needs the person's name. Usage: ${usage}`);
  const email = readEmail(one('email'));
  const theirs = is('outside') ? [] : readRoles(all('role'));
  const known = (await staffOf(at.owner, at.authority)).find((each) => each.email === email);
  if (known !== undefined) throw new Obstacle(`${email} is ${known.name} already. For another password: member password ${email}`);
  const team = one('team');
  const [home] = team === undefined ? [] : await teamIds(at, [team]);
  const manages = await teamIds(at, all('manages'));
  await addWithPassword(at, { name, email, roles: theirs, manages, ...(home === undefined ? {} : { team: home }) });
}

async function known({ owner, authority }: At, address: string | undefined): Promise<StaffMember> {
  const email = readEmail(address);
  const found = (await staffOf(owner, authority)).find((each) => each.email === email && each.leftAt === null);
  if (found === undefined) throw new Obstacle(`Nobody who works here has the address ${email}. member list names everybody.`);
  return found;
}

async function renewPassword(at: At, { words }: Words): Promise<void> {
  const { member, name } = await known(at, words[1]);
  const { shown, hash } = await firstPassword();
  await changePassword(at.owner, at.authority, member, hash);
  console.log(`The password of ${name} is now ${shown}\nIt is shown this once. Where they were signed in, they no longer are.`);
}

async function enterNumber(at: At, { words: [, address, given = ''] }: Words): Promise<void> {
  const number = given.toUpperCase();
  if (!/^SW\d{1,8}$/.test(number))
    throw new Obstacle(`The number is "${given}". It must be as Social Work England gives it: SW and digits, for example SW123456.`);
  const { member, name } = await known(at, address);
  await register(at.owner, at.authority, member, number);
  console.log(`${name} stands in the looked-after return as ${number}.`);
}

async function end(at: At, { words }: Words): Promise<void> {
  const { member, name, roles: theirs } = await known(at, words[1]);
  const administrators = (await staffOf(at.owner, at.authority)).filter(
    (each) => each.leftAt === null && each.roles.includes('administrator'),
  );
  if (theirs.includes('administrator') && administrators.length === 1)
    throw new Obstacle(`${name} is the only administrator. Add another first: imports are recorded as made by one.`);
  await leave(at.owner, at.authority, member);
  console.log(`${name} can no longer sign in. What they recorded keeps their name.`);
}

async function list({ owner, authority }: At): Promise<void> {
  for (const { name, email, roles: theirs, team, leftAt } of await staffOf(owner, authority))
    console.log([name, email, theirs.map((role) => roles[role]).join(', '), team ?? '', leftAt === null ? '' : 'has left'].join('\t'));
}

const verbs: Readonly<Record<string, (at: At, words: Words) => Promise<void>>> = {
  add,
  password: renewPassword,
  number: enterNumber,
  leave: end,
  list,
};

/** member add | password | number | leave | list */
export async function member({ app, owner }: Opened, parameters: readonly string[]): Promise<boolean> {
  const words = readWords(parameters, { usage, options: ['email', 'role', 'team', 'manages', 'authority'], switches: ['outside'] });
  const verb = verbs[words.words[0] ?? ''];
  if (verb === undefined) throw new Obstacle(`Usage: ${usage}`);
  const { authority } = await onlyAuthority(app, words.one('authority'));
  await verb({ owner, authority }, words);
  return true;
}
