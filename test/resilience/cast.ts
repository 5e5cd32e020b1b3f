import { idFrom } from '../../demo/chance.ts';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import type { EmbeddedServer } from '../../src/platform/embedded.ts';
import { createDatabase } from '../../src/platform/migrate.ts';
import { permissionTable } from '../../src/practice/pathway.ts';
import type { Session } from '../../src/record/contract.ts';
import { addAuthority, syncPermissions } from '../../src/record/members.ts';

/** Where the visits are stated, in every round; each import has an authority of its own, so that it begins with nothing. */
export const visitsAuthority = 100;
export const undisturbedAuthority = 200;
export const importAuthority = (round: number): number => 300 + round;

export const visitor: Session = {
  authority: visitsAuthority,
  actor: idFrom('visitor'),
  roles: ['teamManager'],
  teams: [],
  scope: 'all',
};

export const importerOf = (authority: number): Session => ({
  authority,
  actor: idFrom('importer', authority),
  roles: ['administrator'],
  teams: [],
  scope: 'none',
});

export const visitedChild = (round: string | number, n: number): string => idFrom('visited child', round, n);

export const databaseName = 'sightline';

/** An empty database in which the authorities of this many rounds work. */
export async function prepare(server: EmbeddedServer, rounds: number): Promise<void> {
  const made = await createDatabase(server.ownerUrl, databaseName, 'test');
  if (made.kind === 'refused') throw new Error(made.reason);
  const owner = openDatabase(server.ownerUrlOf(databaseName), { max: 2 });
  const imports = Array.from({ length: rounds }, (_, round) => importAuthority(round));
  for (const authority of [visitsAuthority, undisturbedAuthority, ...imports]) await addWithPermissions(owner, authority);
  await owner.end();
}

async function addWithPermissions(owner: Database, authority: number): Promise<void> {
  await addAuthority(owner, { authority, name: `Authority ${authority}` });
  await syncPermissions(owner, authority, new Map(permissionTable().map(({ step, ...may }) => [step, may])));
}
