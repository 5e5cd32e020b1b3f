import { loadDemonstration } from '../../demo/load.ts';
import { dayInEngland } from '../kernel/calendar/dates.ts';
import { emergencyCopyMay, emergencyCopyPermission } from '../oversight/emergency-copy/who-may.ts';
import type { Configuration } from '../platform/configuration.ts';
import { openDatabase, type Database } from '../platform/database.ts';
import { startEmbedded } from '../platform/embedded.ts';
import { beforeEnding } from '../platform/ending.ts';
import { createDatabase, markOnce, migrate } from '../platform/migrate.ts';
import { Obstacle } from '../platform/obstacle.ts';
import { signInAt, type SignIn } from '../platform/reach.ts';
import { derivation, permissionTable, wordingOf } from '../practice/pathway.ts';
import { authorities, syncPermissions } from '../record/members.ts';
import { recordDestroyed, recordDestroyedMay } from '../record/destruction.ts';
import { movedEntry, movedEntryMay } from '../record/move-entry.ts';

/** The two sign-ins, open until the process ends. */
export type Opened = {
  readonly app: Database;
  readonly owner: Database;
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly demonstration: boolean;
  /** Says at which address this process serves, to whoever starts a second one. */
  readonly announce: (address: string) => void;
};

type Say = (line: string) => void;
type Urls = { readonly appUrl: string; readonly ownerUrl: string };

function openPools({ appUrl, ownerUrl }: Urls): { readonly app: Database; readonly owner: Database } {
  const [app, owner] = [openDatabase(appUrl, { max: 12 }), openDatabase(ownerUrl, { max: 2 })];
  beforeEnding(async () => void (await Promise.all([app.end(), owner.end()])));
  return { app, owner };
}

async function openEmbedded(folder: string, serves: boolean, say: Say): Promise<Opened> {
  const server = await startEmbedded({ folder, serves, log: say });
  const made = await createDatabase(server.ownerUrl, 'sightline', 'demonstration');
  if (made.kind === 'refused') throw new Obstacle(made.reason);
  const urls = { appUrl: server.appUrl('sightline'), ownerUrl: server.ownerUrlOf('sightline') };
  return { ...openPools(urls), ...urls, demonstration: true, announce: server.announce };
}

/** The application may not be anybody whom the database's own rules do not hold. */
async function requireApplication(url: string, owner: SignIn): Promise<void> {
  const { role, isSuperuser, bypassesPolicies, identity } = await signInAt('DATABASE_URL', url);
  if (isSuperuser || bypassesPolicies)
    throw new Obstacle(`DATABASE_URL signs in as "${role}", whom no rule of the database holds. It must sign in as sightline_app.`);
  if (role !== 'sightline_app')
    throw new Obstacle(`DATABASE_URL signs in as "${role}". It must sign in as sightline_app, whose rights are those of the application.`);
  if (identity !== owner.identity)
    throw new Obstacle('DATABASE_URL and DATABASE_OWNER_URL lead to two databases. They must be two sign-ins to the same one.');
}

async function openServer(urls: Urls): Promise<Opened> {
  const owner = await signInAt('DATABASE_OWNER_URL', urls.ownerUrl);
  if (!owner.mayCreate)
    throw new Obstacle(
      `DATABASE_OWNER_URL signs in as "${owner.role}", which may make no tables there. It must be the sign-in that owns the database.`,
    );
  const migrated = await migrate(urls.ownerUrl);
  if (migrated.kind === 'refused') throw new Obstacle(migrated.reason);
  await requireApplication(urls.appUrl, owner);
  const kind = await markOnce(urls.ownerUrl, 'live');
  return { ...openPools(urls), ...urls, demonstration: kind === 'demonstration', announce: () => {} };
}

/**
 * Everything that a command needs: the server is up, its tables are as this version has them, a demonstration is loaded.
 * What was opened is closed when the process ends, also when this fails half-way.
 */
export async function open(
  { database, data, scale }: Configuration,
  { serves = false, say = console.log }: { readonly serves?: boolean; readonly say?: Say } = {},
): Promise<Opened> {
  const opened =
    database.kind === 'embedded'
      ? await openEmbedded(data, serves, say)
      : await openServer({ appUrl: database.applicationUrl, ownerUrl: database.ownerUrl });
  if (opened.demonstration)
    await loadDemonstration({ owner: opened.owner, derivation, wordingOf, today: dayInEngland(new Date()), scale, log: say });
  for (const { authority } of await authorities(opened.app)) await givePermissions(opened.owner, authority);
  return opened;
}

/** The database holds who may do what as this version's steps say it. */
export const givePermissions = (owner: Database, authority: number): Promise<void> =>
  syncPermissions(
    owner,
    authority,
    new Map([
      ...permissionTable().map(({ step, ...may }) => [step, may] as const),
      [emergencyCopyPermission, emergencyCopyMay] as const,
      [movedEntry, movedEntryMay] as const,
      [recordDestroyed, recordDestroyedMay] as const,
    ]),
  );
