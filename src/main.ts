import { resolve } from 'node:path';
import { demonstrationAuthority, loadDemonstration } from '../demo/load.ts';
import { dayInEngland } from './kernel/calendar/dates.ts';
import { censusFileAt, importFile, setAside, type Importer } from './import/cin-census/census-file.ts';
import { openDatabase, type Database } from './platform/database.ts';
import { readConfiguration, type Configuration } from './platform/configuration.ts';
import { startEmbedded } from './platform/embedded.ts';
import { listen } from './platform/listen.ts';
import { createDatabase, migrate } from './platform/migrate.ts';
import { isPassword } from './platform/password.ts';
import { derivation, permissionTable, steps, timescales, wordingOf } from './practice/pathway.ts';
import type { Session } from './record/contract.ts';
import { importProblems, importRuns } from './record/imports.ts';
import {
  authorities,
  beginSession,
  colleagues,
  endSession,
  memberByEmail,
  membersToChoose,
  sessionOf,
  syncPermissions,
  teamsOf,
} from './record/members.ts';
import { operatorOf } from './record/operator.ts';
import { rebuild } from './record/rebuild.ts';
import { createRecord } from './record/record.ts';
import { sealDay, verify } from './record/verify.ts';
import type { Change, WebParts } from './web/parts.ts';
import { createServer } from './web/server.ts';

const usage = `Commands: start [--port N] · import FILE… [--dry-run] · verify · rebuild [--write] · roots`;

/** The two sign-ins, the address to listen on, and how to end it all in order. */
type Opened = {
  readonly app: Database;
  readonly owner: Database;
  readonly appUrl: string;
  readonly demonstration: boolean;
  readonly close: () => Promise<void>;
};

/** An expected refusal on the way up: printed as it is, without a trace. */
class Refusal extends Error {}

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

async function open({ database, data }: Configuration): Promise<Opened> {
  const opened = database.kind === 'embedded' ? await openEmbedded(data) : await openServer(database.applicationUrl, database.ownerUrl);
  if (opened.demonstration)
    await loadDemonstration({ owner: opened.owner, derivation, wordingOf, today: dayInEngland(new Date()), log: console.log });
  for (const { authority } of await authorities(opened.app)) {
    await syncPermissions(opened.owner, authority, new Map(permissionTable().map(({ step, ...may }) => [step, may])));
  }
  return opened;
}

const importerOn = (app: Database): Importer => ({ database: app, record: createRecord({ database: app, derivation }), steps, wordingOf });

function importsOf(app: Database): WebParts['imports'] {
  return {
    list: (session) => importRuns(app, session),
    get: async (session, id) => (await importRuns(app, session)).find((each) => each.run === id),
    problems: (session, run) => importProblems(app, session, run, { limit: 2_000 }),
    begin: async (session, sent, name) => {
      const { remove, ...file } = await setAside(sent, name);
      return new Promise((onBegun, fail) => {
        importFile(importerOn(app), file, { session, onBegun })
          .catch((error: unknown) => {
            console.error('An import ended before its file did; loading the file again goes on from there.');
            fail(error);
          })
          .finally(remove);
      });
    },
  };
}

function membersOf(app: Database): WebParts['members'] {
  return {
    all: async (session) =>
      [...(await colleagues(app, session)).values()].map(({ member, name, roles, team }) => ({
        id: member,
        name,
        roles,
        teams: team === null ? [] : [team],
      })),
    teams: async (session) => (await teamsOf(app, session)).map(({ team, name, area }) => ({ id: team, name, area: area ?? '' })),
    demonstrationPeople: async () => {
      const all = await Promise.all(
        (await authorities(app)).map(async ({ authority }) => (await membersToChoose(app, authority)).map((one) => ({ authority, one }))),
      );
      return all
        .flat()
        .flatMap(({ authority, one: { member, name, roles, team } }) =>
          roles[0] === undefined ? [] : [{ authority, memberId: member, name, role: roles[0], ...(team === null ? {} : { team }) }],
        );
    },
    signIn: (authority, member) => beginSession(app, authority, member),
    signInByPassword: async (email, password) => {
      for (const { authority } of await authorities(app)) {
        const known = await memberByEmail(app, authority, email);
        if ((await isPassword(password, known?.password)) && known !== undefined) return beginSession(app, authority, known.member);
      }
      return undefined;
    },
    sessionOf: async (token) => {
      const signedIn = await sessionOf(app, token);
      if (signedIn === undefined) return undefined;
      const { name, ...session } = signedIn;
      return { session, name };
    },
    signOut: (token) => endSession(app, token),
  };
}

async function changesOf(appUrl: string): Promise<WebParts['changes'] & { readonly stop: () => Promise<void> }> {
  const listeners = new Set<(change: Change) => void>();
  const listening = await listen(appUrl, 'sightline', (payload) => {
    const change: Change = JSON.parse(payload);
    for (const listener of listeners) listener(change);
  });
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => listening.stop(),
  };
}

async function start(configuration: Configuration): Promise<void> {
  const opened = await open(configuration);
  const changes = await changesOf(opened.appUrl);
  const [authority] = await authorities(opened.app);
  const server = await createServer({
    record: createRecord({ database: opened.app, derivation }),
    steps,
    wordingOf,
    timescales,
    changes,
    authorityName: authority?.name ?? 'No authority yet',
    demonstration: opened.demonstration,
    now: () => new Date(),
    members: membersOf(opened.app),
    imports: importsOf(opened.app),
  });
  const address = await server.listen({ port: configuration.port, host: configuration.host });
  console.log(`Sightline is at ${address}`);
  if (opened.demonstration)
    console.log(`Demonstration: ${demonstrationAuthority.name}, invented children. Choose who to be on the sign-in page.`);
  let isEnding = false;
  const end = () => {
    if (isEnding) return;
    isEnding = true;
    void server
      .close()
      .then(() => changes.stop())
      .then(opened.close)
      .then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
}

async function onlyAuthority(app: Database): Promise<number> {
  const [first] = await authorities(app);
  if (first === undefined) throw new Refusal('This database holds no authority yet.');
  return first.authority;
}

/** Ten signs wide, on a terminal only. */
function showProgress(done: number, of: number, children: number): void {
  const part = Math.min(10, Math.round((10 * done) / Math.max(1, of)));
  if (process.stderr.isTTY) process.stderr.write(`\r[${'#'.repeat(part)}${'.'.repeat(10 - part)}] ${children} children`);
}

async function importOne({ app }: Opened, session: Session, path: string, dryRun: boolean): Promise<boolean> {
  const file = await censusFileAt(path);
  if (file === undefined) throw new Refusal(`${path} is not a file that can be read.`);
  const result = await importFile(importerOn(app), file, {
    session,
    dryRun,
    onProgress: ({ bytes, children }) => showProgress(bytes, file.bytes, children),
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  console.log(
    `${file.name}${dryRun ? ' (dry run: nothing was stated)' : ''}: ${result.children} children, ${result.stated} entries, ${result.corrected} corrections, ` +
      `${result.unchanged} unchanged; ${result.problems.refused} not taken, ${result.problems.note} noted, ${result.problems.kept} kept (listed on the page Imports)`,
  );
  if (result.stopped !== undefined) console.log(`Stopped at line ${result.stopped.line}: ${result.stopped.message}`);
  return result.stopped === undefined;
}

async function importFiles(opened: Opened, from: string, parameters: readonly string[]): Promise<boolean> {
  const files = parameters.filter((each) => !each.startsWith('--'));
  if (files.length === 0) throw new Refusal('import needs the name of at least one file: import FILE… [--dry-run]');
  const session = await operatorOf(opened.owner, await onlyAuthority(opened.app));
  if (session === undefined) throw new Refusal('This authority has no administrator, and an import is recorded as made by one.');
  let isWhole = true;
  for (const file of files) isWhole = (await importOne(opened, session, resolve(from, file), parameters.includes('--dry-run'))) && isWhole;
  return isWhole;
}

async function verifyAll({ app, owner }: Opened): Promise<boolean> {
  const found = await verify(owner, await onlyAuthority(app));
  console.log(`${found.children} children, ${found.lines} lines`);
  if (found.broken !== undefined) console.log(`Broken: child ${found.broken.person}, position ${found.broken.position}`);
  if (found.brokenRoot !== undefined) console.log(`Broken: the root of ${found.brokenRoot.day}`);
  if (found.broken === undefined && found.brokenRoot === undefined) console.log('Every link holds.');
  return found.broken === undefined && found.brokenRoot === undefined;
}

async function rebuildAll({ app, owner }: Opened, parameters: readonly string[]): Promise<boolean> {
  const rebuilt = await rebuild(owner, await onlyAuthority(app), derivation, { write: parameters.includes('--write') });
  console.log(
    `${rebuilt.children} children under rules ${rebuilt.rulesHash.slice(0, 12)}: ${rebuilt.differences.length} differences, ${rebuilt.written} children written`,
  );
  return rebuilt.differences.length === 0 || rebuilt.written > 0;
}

async function obey(configuration: Configuration, command: string, parameters: readonly string[]): Promise<void> {
  if (command === 'start') return start(configuration);
  if (!['import', 'verify', 'rebuild', 'roots'].includes(command)) throw new Refusal(`There is no command "${command}". ${usage}`);
  const opened = await open(configuration);
  try {
    let isWell = true;
    if (command === 'import') isWell = await importFiles(opened, configuration.from, parameters);
    if (command === 'verify') isWell = await verifyAll(opened);
    if (command === 'rebuild') isWell = await rebuildAll(opened, parameters);
    if (command === 'roots') console.log(await sealDay(opened.owner, await onlyAuthority(opened.app), dayInEngland(new Date())));
    process.exitCode = isWell ? 0 : 1;
  } finally {
    await opened.close();
  }
}

const reading = readConfiguration(process.argv.slice(2), process.env);
try {
  if (reading.kind === 'refused') throw new Refusal(reading.reasons.join('\n'));
  await obey(reading.configuration, reading.command, reading.parameters);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
