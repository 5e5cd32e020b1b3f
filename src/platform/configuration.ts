import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import type { LogKind } from './log.ts';
import { settings, unknownSettings, type Setting } from './settings.ts';

/** Everything that can be set from outside, as it is used; `settings` says each in words. */
export type Configuration = {
  /** The folder of the product itself: migrations, styles and sample files lie under it. */
  readonly home: string;
  /** The folder the person was in: file names on the command line start here. */
  readonly from: string;
  /** HOST: the address to serve on. */
  readonly host: string;
  /** PORT or --port: 0 means any free one. */
  readonly port: number;
  /** SIGHTLINE_DATA: the folder of the embedded server. */
  readonly data: string;
  /** --scale: how many times 220 children on plans a demonstration holds, when it is first loaded. Absent: once, or as it was loaded. */
  readonly scale: number | undefined;
  /** DATABASE_URL and DATABASE_OWNER_URL: a server of one's own. Without them the embedded server is started. */
  readonly database: DatabaseSettings;
  /** SIGHTLINE_PROXY: the addresses of the TLS proxy that people come through, with commas. Absent: plain http. */
  readonly proxy: string | undefined;
  /** SIGHTLINE_VIRUS_CHECK: the socket or host:port of ClamAV's daemon, or `off`. Absent: the usual sockets, then the program. */
  readonly virusCheck: string | undefined;
  /** SIGHTLINE_REFERENCE: the folder of reference data for the rules of returns. Absent: there is none. */
  readonly reference: string | undefined;
  /** SIGHTLINE_SCHOOL_TERMS: the file of the authority’s term dates. Absent: the usual weeks of England. */
  readonly schoolTerms: string | undefined;
  /** SIGHTLINE_LOG */
  readonly log: LogKind;
  /** SIGHTLINE_METRICS_TOKEN: absent: /metrics answers this machine only. */
  readonly metricsToken: string | undefined;
  /** SIGHTLINE_DRAIN_SECONDS: how long a stop says so before it stops taking requests. */
  readonly drainSeconds: number;
};

export type DatabaseSettings =
  | { readonly kind: 'embedded' }
  | {
      readonly kind: 'server';
      /** The application's sign-in, which may change no table. */
      readonly applicationUrl: string;
      /** Another sign-in, which owns the tables: for what the application itself may not do. */
      readonly ownerUrl: string;
    };

export type Reading =
  | { readonly kind: 'read'; readonly configuration: Configuration; readonly command: string; readonly parameters: readonly string[] }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

export type Environment = Readonly<Record<string, string | undefined>>;

type Flags = { readonly named: ReadonlyMap<string, string>; readonly rest: readonly string[]; readonly reasons: readonly string[] };

/** Each flag, with a value as an example. */
const flags: ReadonlyMap<string, string> = new Map(
  settings.flatMap((each: Setting) => (each.flag === undefined ? [] : [[each.flag, each.example] as const])),
);

function separateFlags(args: readonly string[]): Flags {
  const named = new Map<string, string>();
  const rest: string[] = [];
  const reasons: string[] = [];
  for (let place = 0; place < args.length; place += 1) {
    const word = args[place] ?? '';
    const [, name, value] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === undefined || !flags.has(name)) {
      rest.push(word);
      continue;
    }
    const given = value ?? args[(place += 1)];
    if (given === undefined)
      reasons.push(`--${name} has no value. Write it after the flag, for example --${name} ${flags.get(name) ?? ''}.`);
    else named.set(name, given);
  }
  return { named, rest, reasons };
}

function readPort(name: string, value: string, reasons: string[]): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  reasons.push(`${name} is "${value}", which is not a port. It must be a whole number from 0 to 65535, where 0 means any free port.`);
  return 0;
}

function readScale(value: string, reasons: string[]): number {
  const scale = Number(value);
  if (/^\d{1,3}(\.\d{1,3})?$/.test(value) && scale >= 0.1 && scale <= 100) return scale;
  reasons.push(`--scale is "${value}", which is not a scale. It must be a number from 0.1 to 100, where 1 means 220 children on plans.`);
  return 1;
}

function readHost(name: string, value: string, reasons: string[]): string {
  if (!/^[a-z0-9.:-]+$/i.test(value)) {
    reasons.push(
      `${name} is "${value}", which is not an address. It must be one such as 127.0.0.1 (this machine only) or 0.0.0.0 (every network).`,
    );
  }
  return value;
}

function readProxy(value: string, reasons: string[]): string | undefined {
  const wrong = value.split(',').find((each) => isIP(each.trim().replace(/\/\d{1,3}$/, '')) === 0);
  if (value !== '' && wrong !== undefined)
    reasons.push(
      `SIGHTLINE_PROXY holds "${wrong}", which is not an address. It must be the proxy's own, such as 127.0.0.1, or several with commas.`,
    );
  return value === '' ? undefined : value.replaceAll(' ', '');
}

function readVirusCheck(value: string, reasons: string[]): string | undefined {
  if (value !== '' && value !== 'off' && !/^\/\S+$|^[\w.-]+:\d{1,5}$/.test(value))
    reasons.push(
      `SIGHTLINE_VIRUS_CHECK is "${value}". It must be the socket of ClamAV's daemon, such as /run/clamav/clamd.ctl, its host and port, such as clamav:3310, or off.`,
    );
  return value === '' ? undefined : value;
}

function readLog(value: string, database: DatabaseSettings, reasons: string[]): LogKind {
  if (value === 'json' || value === 'words') return value;
  if (value !== '') reasons.push(`SIGHTLINE_LOG is "${value}". It must be json, for a machine, or words, for a person.`);
  return database.kind === 'embedded' ? 'words' : 'json';
}

function readToken(value: string, reasons: string[]): string | undefined {
  if (value !== '' && !/^[\w.~+/=-]{24,}$/.test(value))
    reasons.push('SIGHTLINE_METRICS_TOKEN is too short, or holds a blank. It must be at least 24 letters or digits that nobody can guess.');
  return value === '' ? undefined : value;
}

function readDrain(value: string, reasons: string[]): number {
  if (/^\d{1,2}$/.test(value) && Number(value) <= 60) return Number(value);
  reasons.push(`SIGHTLINE_DRAIN_SECONDS is "${value}". It must be a whole number of seconds from 0 to 60.`);
  return 0;
}

/** A password in a refused value is not repeated: refusals reach logs. */
const withoutPassword = (url: string): string =>
  url.replace(/^((?:[a-z]+:\/\/)?[^:@/?#]*):.*@/is, '$1:…@').replace(/([?&]password=)[^&]*/gi, '$1…');

function readDatabaseUrl(name: string, value: string, reasons: string[]): string {
  const right = 'It must look like postgresql://sign-in:password@server:5432/database.';
  if (!/^postgres(ql)?:\/\//.test(value))
    reasons.push(`${name} is "${withoutPassword(value)}", which is not a PostgreSQL address. ${right}`);
  else if (!/^postgres(ql)?:\/\/[^/]*\/[^/?]+/.test(value))
    reasons.push(`${name} is "${withoutPassword(value)}", which names no database. ${right}`);
  return value;
}

function readDatabase(env: Environment, reasons: string[]): DatabaseSettings {
  const { DATABASE_URL: application, DATABASE_OWNER_URL: owner } = env;
  if (!application && owner)
    reasons.push('DATABASE_OWNER_URL is set but DATABASE_URL is not. Set both for a server of your own, or neither for the embedded one.');
  if (application && !owner) {
    reasons.push(
      'DATABASE_URL is set but DATABASE_OWNER_URL is not. Set it to another sign-in, which owns the tables: it is used for migrations, sealing, verify and rebuild.',
    );
  }
  if (!application) return { kind: 'embedded' };
  if (application === owner) {
    reasons.push(
      'DATABASE_URL and DATABASE_OWNER_URL are the same. The application must sign in as a role that owns no table, such as sightline_app.',
    );
  }
  return {
    kind: 'server',
    applicationUrl: readDatabaseUrl('DATABASE_URL', application, reasons),
    ownerUrl: owner ? readDatabaseUrl('DATABASE_OWNER_URL', owner, reasons) : '',
  };
}

/**
 * Reads the command line (after the program's name) and the environment, in which the launcher has put
 * SIGHTLINE_HOME and SIGHTLINE_DATA. A flag wins over a setting; what a command alone understands is left in `parameters`.
 */
export function readConfiguration(args: readonly string[], env: Environment): Reading {
  const given = separateFlags(args);
  const unknown = unknownSettings(env).map((name) => `${name} is not a setting. docs/how-to/settings.md names them all.`);
  const reasons = [...given.reasons, ...unknown];
  const [command = 'start', ...parameters] = given.rest;
  const home = env['SIGHTLINE_HOME'] ?? resolve(import.meta.dirname, '../..');
  const from = env['INIT_CWD'] ?? process.cwd();
  const port = given.named.get('port');
  const host = given.named.get('host');
  const scale = given.named.get('scale');
  const database = readDatabase(env, reasons);
  const configuration: Configuration = {
    home,
    from,
    port: port === undefined ? readPort('PORT', env['PORT'] || '3000', reasons) : readPort('--port', port, reasons),
    host: host === undefined ? readHost('HOST', env['HOST'] || '127.0.0.1', reasons) : readHost('--host', host, reasons),
    scale: scale === undefined ? undefined : readScale(scale, reasons),
    data: resolve(from, env['SIGHTLINE_DATA'] || join(home, '.sightline', 'data')),
    database,
    proxy: readProxy(env['SIGHTLINE_PROXY'] ?? '', reasons),
    virusCheck: readVirusCheck(env['SIGHTLINE_VIRUS_CHECK'] ?? '', reasons),
    reference: env['SIGHTLINE_REFERENCE'] ? resolve(from, env['SIGHTLINE_REFERENCE']) : undefined,
    schoolTerms: env['SIGHTLINE_SCHOOL_TERMS'] ? resolve(from, env['SIGHTLINE_SCHOOL_TERMS']) : undefined,
    log: readLog(env['SIGHTLINE_LOG'] ?? '', database, reasons),
    metricsToken: readToken(env['SIGHTLINE_METRICS_TOKEN'] ?? '', reasons),
    drainSeconds: readDrain(env['SIGHTLINE_DRAIN_SECONDS'] || '0', reasons),
  };
  return reasons.length > 0 ? { kind: 'refused', reasons } : { kind: 'read', configuration, command, parameters };
}
