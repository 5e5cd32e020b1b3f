import { randomUUID } from 'node:crypto';
import { Obstacle } from '../platform/obstacle.ts';
import { derivation } from '../practice/pathway.ts';
import { noteNewAuthority } from '../record/derivation-runs.ts';
import { addAuthority, addTeam, authorities, setLetterhead } from '../record/members.ts';
import { staffOf, teamsNamed } from '../record/staff.ts';
import { onlyAuthority } from './chosen-authority.ts';
import { addWithPassword, readEmail } from './member.ts';
import { givePermissions, type Opened } from './open.ts';
import { readWords } from './words.ts';

const usage =
  'authority add NUMBER NAME --administrator NAME --email ADDRESS · authority letterhead LINE [LINE …] [--authority NUMBER] · authority list';

function readNumber(text: string | undefined): number {
  if (text !== undefined && /^[1-9]\d{2}$/.test(text)) return Number(text);
  throw new Obstacle(
    `The number of the authority is "${text ?? ''}". It must be its three figures in the Department for Education's list, such as 301.`,
  );
}

async function add({ app, owner }: Opened, parameters: readonly string[]): Promise<void> {
  const { words, one } = readWords(parameters, { usage, options: ['administrator', 'email'] });
  const authority = readNumber(words[0]);
  const name = words.slice(1).join(' ').trim();
  const administrator = one('administrator')?.trim() ?? '';
  if (name === '') throw new Obstacle(`authority add needs a name after the number. Usage: ${usage}`);
  if (administrator === '')
    throw new Obstacle(`authority add needs the name of its first administrator: --administrator NAME. Usage: ${usage}`);
  const email = readEmail(one('email'));
  const known = (await authorities(app)).find((each) => each.authority === authority);
  const isWhole = known !== undefined && (await staffOf(owner, authority)).length > 0;
  if (isWhole) throw new Obstacle(`This database holds the authority ${authority} (${known.name}) already.`);
  await addAuthority(owner, { authority, name });
  await givePermissions(owner, authority);
  await noteNewAuthority(owner, authority, derivation);
  await addWithPassword({ owner, authority }, { name: administrator, email, roles: ['administrator'] });
}

const mostLines = 8;

/** What letters say under the authority's name: its address, telephone and e-mail, a line each. */
async function letterhead({ app, owner }: Opened, parameters: readonly string[]): Promise<void> {
  const { words, one } = readWords(parameters, { usage, options: ['authority'] });
  const lines = words.map((line) => line.trim()).filter((line) => line !== '');
  if (lines.length === 0 || lines.length > mostLines)
    throw new Obstacle(`A letterhead has 1 to ${mostLines} lines, each in quotation marks; this has ${lines.length}. Usage: ${usage}`);
  const { authority } = await onlyAuthority(app, one('authority'));
  await setLetterhead(owner, authority, lines);
}

/** authority add | letterhead | list */
export async function authority(opened: Opened, [verb, ...parameters]: readonly string[]): Promise<boolean> {
  if (verb === 'add') await add(opened, parameters);
  else if (verb === 'letterhead') await letterhead(opened, parameters);
  else if (verb === 'list') for (const { authority, name } of await authorities(opened.app)) console.log(`${authority}\t${name}`);
  else throw new Obstacle(`Usage: ${usage}`);
  return true;
}

const teamUsage = 'team add NAME [--area AREA] [--authority NUMBER] · team list';

/** team add | list */
export async function team({ app, owner }: Opened, parameters: readonly string[]): Promise<boolean> {
  const { words, one } = readWords(parameters, { usage: teamUsage, options: ['area', 'authority'] });
  const [verb, ...rest] = words;
  const name = rest.join(' ').trim();
  const { authority } = await onlyAuthority(app, one('authority'));
  const teams = await teamsNamed(owner, authority);
  if (verb === 'list') for (const each of teams.keys()) console.log(each);
  else if (verb !== 'add' || name === '') throw new Obstacle(`Usage: ${teamUsage}`);
  else if (teams.has(name)) throw new Obstacle(`There is a team "${name}" already.`);
  else {
    const area = one('area');
    await addTeam(owner, { authority, team: randomUUID(), name, ...(area === undefined ? {} : { area }) });
    console.log(`The team ${name} is there.`);
  }
  return true;
}
