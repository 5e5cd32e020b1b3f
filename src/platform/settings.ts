/** One thing that can be set from outside. */
export type Setting = {
  readonly name: string;
  /** The same on the command line, where there is one. */
  readonly flag?: string;
  /** A value as an example. */
  readonly example: string;
  readonly meaning: string;
  readonly byDefault: string;
};

/** All of them. Whatever begins with SIGHTLINE_ and is not here is refused: a mistyped setting must not be taken for its absence. */
export const settings = [
  { name: 'PORT', flag: 'port', example: '3000', meaning: 'the port to serve on; 0 is any free one', byDefault: '3000' },
  {
    name: 'HOST',
    flag: 'host',
    example: '127.0.0.1',
    meaning: 'the address to serve on: 127.0.0.1 is this machine only, 0.0.0.0 every network',
    byDefault: '127.0.0.1',
  },
  {
    name: 'SIGHTLINE_DATA',
    example: '/var/lib/sightline/data',
    meaning: 'the folder of the embedded server',
    byDefault: 'under /var/lib/sightline as root, else .sightline/data in the project',
  },
  {
    name: 'DATABASE_URL',
    example: 'postgresql://sightline_app:password@server:5432/sightline',
    meaning: 'the application’s sign-in, which must be sightline_app, to a server of your own: PostgreSQL 15 or later',
    byDefault: 'none: the embedded server, with the demonstration',
  },
  {
    name: 'DATABASE_OWNER_URL',
    example: 'postgresql://sightline_owner:password@server:5432/sightline',
    meaning: 'another sign-in to the same database, which owns it: migrations, sealing, members, verify, rebuild, backup and restore',
    byDefault: 'none; needed with DATABASE_URL',
  },
  {
    name: 'SIGHTLINE_PROXY',
    example: '127.0.0.1',
    meaning:
      'the address of the TLS proxy that people come through, or several with commas: cookies are then for https only, and its X-Forwarded-For is believed',
    byDefault: 'none: plain http, nobody’s X-Forwarded-For is believed',
  },
  {
    name: 'SIGHTLINE_VIRUS_CHECK',
    example: '/run/clamav/clamd.ctl',
    meaning: 'where files are checked for viruses: the socket of ClamAV’s daemon, or its host:port; off: nowhere, and each file says so',
    byDefault: 'the usual sockets of ClamAV, else its program clamscan; where there is neither, each file says that it was not checked',
  },
  {
    name: 'SIGHTLINE_REFERENCE',
    example: '/var/lib/sightline/reference',
    meaning: 'the folder of reference data for the rules of returns: postcodes.csv, providers.csv, authorities.csv; see validate.md',
    byDefault: 'none: rules that need one of them are not checked, and say so',
  },
  {
    name: 'SIGHTLINE_SCHOOL_TERMS',
    example: '/etc/sightline-school-terms.csv',
    meaning: 'the file of the authority’s term dates, a line for each stretch: year,term,from,to; see term-dates.md',
    byDefault: 'none: the weeks that most schools in England are open',
  },
  {
    name: 'SIGHTLINE_FEED',
    example: '/etc/sightline-feed.conf',
    meaning: 'the file that says where the daily feed to the Department goes and as whom, readable by its owner alone; see daily-feed.md',
    byDefault: 'none: sightline daily-feed says so, and sends nothing',
  },
  {
    name: 'SIGHTLINE_LOG',
    example: 'json',
    meaning: 'json: one object a line, each request included, for a machine; words: for a person at a terminal',
    byDefault: 'words with the embedded server, json with your own',
  },
  {
    name: 'SIGHTLINE_METRICS_TOKEN',
    example: '3f9c… (at least 24 letters or digits)',
    meaning: 'whoever sends it as a bearer token may read /metrics from elsewhere',
    byDefault: 'none: /metrics answers this machine only, and not through a proxy',
  },
  {
    name: 'SIGHTLINE_DRAIN_SECONDS',
    example: '10',
    meaning: 'at a stop: how long /ready says no while requests are still answered, so that a load balancer can look elsewhere; 0 to 60',
    byDefault: '0',
  },
  {
    name: '--scale',
    flag: 'scale',
    example: '3',
    meaning: 'how many times 220 children on plans the demonstration holds, when it is first loaded; 0.1 to 100',
    byDefault: '1',
  },
] as const satisfies readonly Setting[];

/** What the launcher and the tests tell the program, and nobody needs to set. */
const ours = /^SIGHTLINE_(HOME|POSTGRESQL|ACCOUNT|CHROMIUM|KILLS|SEED|TEST_[A-Z_]+|BENCH_[A-Z_]+)$/;

/** @returns the names of settings that nothing understands */
export function unknownSettings(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const known: readonly string[] = settings.map(({ name }) => name);
  return Object.keys(env).filter((name) => name.startsWith('SIGHTLINE_') && !known.includes(name) && !ours.test(name));
}

/** The page of the settings says exactly this. */
export function settingsTable(): string {
  const rows = settings.map((each: Setting) => {
    const names = [...new Set([each.name, ...(each.flag === undefined ? [] : [`--${each.flag}`])])].map((name) => `\`${name}\``);
    return `| ${names.join(', ')} | ${each.meaning} | ${each.byDefault} | \`${each.example}\` |`;
  });
  return ['| setting | meaning | when it is not set | example |', '|---|---|---|---|', ...rows].join('\n');
}
