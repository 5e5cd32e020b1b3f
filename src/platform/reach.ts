import { connect } from './database.ts';
import { Obstacle } from './obstacle.ts';

type Failure = { readonly code: string; readonly message: string };

/** What a driver throws: some failures are several, one for each address of the server. */
function failureOf(error: unknown): Failure {
  if (error instanceof AggregateError && error.errors.length > 0) return failureOf(error.errors[0]);
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { code, message };
}

type Address = { readonly user: string; readonly server: string; readonly database: string };

/** The parts of an address that may be shown. */
export function addressOf(url: string): Address {
  const [, credentials = '', server = '', database = ''] = /^[a-z]+:\/\/(?:(.*)@)?([^/?]*)\/([^?]*)/s.exec(url) ?? [];
  const host = /[?&]host=([^&]*)/.exec(url)?.[1] ?? server;
  const read = (text: string): string => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  return { user: read(credentials.split(':')[0] ?? ''), server: read(host) || 'this machine', database: read(database) };
}

const unreachable: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'nothing answers there. Start the server, or correct the address'],
  ['ENOENT', 'there is no socket in that folder. Start the server, or correct the address'],
  ['ENOTFOUND', 'no machine of that name is known. Correct the address'],
  ['EAI_AGAIN', 'its name could not be looked up. Correct the address, or try again when the network is there'],
  ['EHOSTUNREACH', 'no way leads to that machine. Correct the address, or ask who runs the network'],
  ['ENETUNREACH', 'no way leads to that machine. Correct the address, or ask who runs the network'],
  ['ETIMEDOUT', 'it did not answer in time. Correct the address, or ask whether a firewall is between'],
  ['ECONNRESET', 'the connection was cut. Ask whether a server of another kind listens there'],
  ['EACCES', 'this account may not enter that folder'],
]);

function wordsOf({ code, message }: Failure, { user, database }: Address): string {
  const known = unreachable.get(code);
  if (known !== undefined) return known;
  if (code === '28P01') return `the password of "${user}" is not right. Correct it in the address`;
  if (code === '28000') return `"${user}" may not sign in from here. Add a line for it to the server's pg_hba.conf (peer or scram-sha-256)`;
  if (code === '3D000') return `there is no database "${database}". Create it, owned by the sign-in of DATABASE_OWNER_URL`;
  if (code === '42501') return `"${user}" may not connect to the database "${database}". Grant it CONNECT`;
  if (code === '53300') return 'every connection that the server allows is taken. Raise max_connections';
  if (code.startsWith('57P')) return 'the server is starting or stopping. Try again in a moment';
  if (message.startsWith('SASL')) return `the server asks "${user}" for a password, and the address holds none`;
  if (/timeout/i.test(message)) return 'it did not answer in time. Correct the address, or ask whether a firewall is between';
  if (/SSL/i.test(message)) return 'it does not offer an encrypted connection as the address asks. Correct sslmode';
  return 'the address could not be used. It must look like postgresql://sign-in:password@server:5432/database';
}

/** Says in words, with the name of the setting and without its password, why nobody can sign in there. */
export function notReached(setting: string, url: string, error: unknown): Obstacle {
  const address = addressOf(url);
  return new Obstacle(
    `${setting} leads to the database "${address.database}" on ${address.server}, but ${wordsOf(failureOf(error), address)}.`,
  );
}

export type SignIn = {
  readonly role: string;
  readonly isSuperuser: boolean;
  readonly bypassesPolicies: boolean;
  /** May make schemas in this database, as its owner may. */
  readonly mayCreate: boolean;
  /** Tells this database from every other, on whatever server. */
  readonly identity: string;
};

const oldest = 15;

export function requireRecent(setting: string, version: string): void {
  if (Number.parseInt(version, 10) < oldest)
    throw new Obstacle(`${setting} leads to PostgreSQL ${version}. Sightline needs PostgreSQL ${oldest} or later.`);
}

/** Signs in once. @returns as whom; throws an Obstacle: cannot be reached, does not let us in, or is older than PostgreSQL 15 */
export async function signInAt(setting: string, url: string): Promise<SignIn> {
  const client = await connect(url, { within: 10_000 }).catch((error: unknown) => {
    throw notReached(setting, url, error);
  });
  try {
    const { rows } = await client.query<{ version: string } & SignIn>(
      `SELECT current_setting('server_version') AS version, rolname AS role, rolsuper AS "isSuperuser", rolbypassrls AS "bypassesPolicies",
         has_database_privilege(current_database(), 'CREATE') AS "mayCreate",
         (SELECT system_identifier FROM pg_control_system())::text || '/' || (SELECT oid FROM pg_database WHERE datname = current_database()) AS identity
       FROM pg_roles WHERE rolname = session_user`,
    );
    const [found] = rows;
    if (found === undefined) throw new Error('The server does not know who signed in');
    requireRecent(setting, found.version);
    return found;
  } finally {
    await client.end();
  }
}
