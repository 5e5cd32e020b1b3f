import { loadDemonstration } from '../../demo/load.ts';
import { dayInEngland } from '../kernel/calendar/dates.ts';
import type { Configuration } from '../platform/configuration.ts';
import { openDatabase, type Database } from '../platform/database.ts';
import { startEmbedded } from '../platform/embedded.ts';
import { createDatabase, migrate } from '../platform/migrate.ts';
import { derivation, permissionTable, wordingOf } from '../practice/pathway.ts';
import { authorities, syncPermissions } from '../record/members.ts';
import { Refusal } from './refusal.ts';

/** The two sign-ins, the address to listen on, and how to end it all in order. */
export type Opened = {
  readonly app: Database;
  readonly owner: Database;
  readonly appUrl: string;
  readonly demonstration: boolean;
  readonly close: () => Promise<void>;
};

async function openEmbedded(folder: string): Promise<Opened> {
  const server = await startEmbedded({ folder, log: console.log });
  const made = await createDatabase(server.ownerUrl, 'sightline', 'demonstration');
  if (made.kind === 'refused') throw new Refusal(made.reason);
  const [app, owner] = [openDatabase(server.appUrl('sightline'), { max: 12 }), openDatabase(server.ownerUrlOf('sightline'), { max: 2 })];
  const close = async () => {
    await Promise.all([app.end(), owner.end()]);
    await server.stop();
  };
  return { app, owner, appUrl: server.appUrl('sightline'), demonstration: true, close };
}

async function openServer(applicationUrl: string, ownerUrl: string | undefined): Promise<Opened> {
  if (ownerUrl === undefined)
    throw new Refusal(
      'DATABASE_OWNER_URL is not set. Set it to the sign-in that owns the tables: it is used for migrations, verify and rebuild only.',
    );
  const migrated = await migrate(ownerUrl);
  if (migrated.kind === 'refused') throw new Refusal(migrated.reason);
  const [app, owner] = [openDatabase(applicationUrl, { max: 12 }), openDatabase(ownerUrl, { max: 2 })];
  const marked = await owner.transaction(null, (sql) => sql.query<{ kind: string }>('select kind from platform.marking'));
  if (marked.rows.length === 0) await owner.transaction(null, (sql) => sql.query("select record.mark('live')"));
  const close = async () => {
    await Promise.all([app.end(), owner.end()]);
  };
  return { app, owner, appUrl: applicationUrl, demonstration: marked.rows[0]?.kind === 'demonstration', close };
}

/** Everything that a command needs: the server is up, its tables are as this version has them, a demonstration is loaded. */
export async function open({ database, data, scale }: Configuration): Promise<Opened> {
  const opened = database.kind === 'embedded' ? await openEmbedded(data) : await openServer(database.applicationUrl, database.ownerUrl);
  if (opened.demonstration)
    await loadDemonstration({ owner: opened.owner, derivation, wordingOf, today: dayInEngland(new Date()), scale, log: console.log });
  for (const { authority } of await authorities(opened.app)) {
    await syncPermissions(opened.owner, authority, new Map(permissionTable().map(({ step, ...may }) => [step, may])));
  }
  return opened;
}

/** The one authority of this database, for a command that names none. */
export async function onlyAuthority(app: Database): Promise<number> {
  const [first] = await authorities(app);
  if (first === undefined) throw new Refusal('This database holds no authority yet.');
  return first.authority;
}
