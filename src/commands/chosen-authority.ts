import type { Database } from '../platform/database.ts';
import { Obstacle } from '../platform/obstacle.ts';
import { authorities, type Authority } from '../record/members.ts';

const none = 'This database holds no authority yet. Add one first: sightline authority add NUMBER NAME';

const named = (all: readonly Authority[]): string => all.map(({ authority, name }) => `${authority} (${name})`).join(', ');

/** The authorities that a command goes through: the one of `--authority`, or all. */
export async function chosenAuthorities(app: Database, number: string | undefined): Promise<readonly Authority[]> {
  const all = await authorities(app);
  if (all.length === 0) throw new Obstacle(none);
  if (number === undefined) return all;
  const found = all.filter(({ authority }) => String(authority) === number);
  if (found.length > 0) return found;
  throw new Obstacle(`--authority is "${number}", which this database does not hold. It holds ${named(all)}.`);
}

/** The one authority that a command is about; where there are several it must be named. */
export async function onlyAuthority(app: Database, number: string | undefined): Promise<Authority> {
  const [first, ...others] = await chosenAuthorities(app, number);
  if (first === undefined) throw new Obstacle(none);
  if (others.length === 0) return first;
  throw new Obstacle(`This database holds several authorities: ${named([first, ...others])}. Say which with --authority NUMBER.`);
}
