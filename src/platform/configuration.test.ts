import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';
import { settingsTable } from './settings.ts';

function accepted(args: readonly string[], env: Record<string, string> = {}) {
  const reading = readConfiguration(args, env);
  if (reading.kind === 'refused') throw new Error(reading.reasons.join(' '));
  return reading;
}

function reasons(args: readonly string[], env: Record<string, string> = {}) {
  const reading = readConfiguration(args, env);
  return reading.kind === 'refused' ? reading.reasons : [];
}

const owned = { DATABASE_OWNER_URL: 'postgresql://owner@there/it' };

describe('configuration', () => {
  test('serves this machine only, on port 3000, from the embedded server, when nothing is set', () => {
    const { command, configuration } = accepted([]);
    expect(command).toBe('start');
    expect(configuration).toMatchObject({ host: '127.0.0.1', port: 3000, database: { kind: 'embedded' } });
  });

  test('a flag wins over the setting, wherever it stands', () => {
    expect(accepted(['start', '--port', '4000'], { PORT: '5000' }).configuration.port).toBe(4000);
    expect(accepted(['--port=4000', 'start']).configuration.port).toBe(4000);
  });

  test('leaves to a command what only the command understands', () => {
    expect(accepted(['import', 'census.xml', '--dry-run', '--port', '1'])).toMatchObject({
      command: 'import',
      parameters: ['census.xml', '--dry-run'],
    });
  });

  test.each(['abc', '-1', '65536', '3000x', '1e3'])('refuses the port %s by name, value and what would be right', (value) => {
    expect(reasons([], { PORT: value })).toEqual([
      `PORT is "${value}", which is not a port. It must be a whole number from 0 to 65535, where 0 means any free port.`,
    ]);
  });

  test.each(['0.1', '1', '2.5', '3', '100'])('reads the scale %s of the demonstration', (value) => {
    expect(accepted(['--scale', value]).configuration.scale).toBe(Number(value));
  });

  test('leaves the scale open when none is given', () => {
    expect(accepted(['start']).configuration.scale).toBeUndefined();
  });

  test.each(['0', '0.05', '101', '-1', 'three', '1e2', '', '1,5', 'Infinity'])(
    'refuses the scale "%s" and says what would be right',
    (value) => {
      expect(reasons([`--scale=${value}`])).toEqual([
        `--scale is "${value}", which is not a scale. It must be a number from 0.1 to 100, where 1 means 220 children on plans.`,
      ]);
    },
  );

  test('refuses a flag without its value', () => {
    expect(reasons(['start', '--port'])).toEqual(['--port has no value. Write it after the flag, for example --port 3000.']);
    expect(reasons(['start', '--scale'])).toEqual(['--scale has no value. Write it after the flag, for example --scale 3.']);
  });

  test('refuses an address of another kind of database, and does not repeat its password', () => {
    const [reason] = reasons([], { ...owned, DATABASE_URL: 'mysql://me:secret@there/it' });
    expect(reason).toContain('DATABASE_URL is "mysql://me:…@there/it", which is not a PostgreSQL address.');
    expect(reason).not.toContain('secret');
  });

  test('refuses an address without a database, and an owner without an application', () => {
    expect(reasons([], { ...owned, DATABASE_URL: 'postgresql://me@there' })[0]).toContain('names no database');
    expect(reasons([], owned)[0]).toContain('DATABASE_URL is not');
    expect(reasons([], { DATABASE_URL: 'postgresql://me@there/it' })).toEqual([expect.stringContaining('DATABASE_OWNER_URL is not')]);
  });

  test('refuses one sign-in for both', () => {
    const url = 'postgresql://me@there/it';
    expect(reasons([], { DATABASE_URL: url, DATABASE_OWNER_URL: url })[0]).toContain('are the same');
  });

  test.each([
    ['SIGHTLINE_PROXY', 'proxy.example', 'holds "proxy.example", which is not an address'],
    ['SIGHTLINE_LOG', 'loud', 'must be json, for a machine, or words'],
    ['SIGHTLINE_METRICS_TOKEN', 'short', 'must be at least 24'],
    ['SIGHTLINE_DRAIN_SECONDS', '61', 'from 0 to 60'],
    ['SIGHTLINE_DAAT', 'x', 'SIGHTLINE_DAAT is not a setting'],
  ])('refuses %s "%s" and says what would be right', (name, value, words) => {
    expect(reasons([], { [name]: value })).toEqual([expect.stringContaining(words)]);
  });

  test('logs words at one’s own machine, and lines for a machine with a server of one’s own', () => {
    expect(accepted([]).configuration.log).toBe('words');
    const server = { DATABASE_URL: 'postgresql://a@there/it', DATABASE_OWNER_URL: 'postgresql://b@there/it' };
    expect(accepted([], server).configuration.log).toBe('json');
    expect(accepted([], { SIGHTLINE_PROXY: '127.0.0.1, 10.0.0.0/8' }).configuration.proxy).toBe('127.0.0.1,10.0.0.0/8');
  });

  test('every setting is on its page, word for word', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/how-to/settings.md'), 'utf8');
    // The formatter aligns the columns of a table.
    const flat = (text: string): string => text.replaceAll(/ +/g, ' ').replaceAll(/\| ?-+ ?(?=\|)/g, '|-');
    expect(flat(page)).toContain(flat(settingsTable()));
  });

  test('tells of everything that is wrong at once', () => {
    expect(reasons([], { ...owned, PORT: 'x', HOST: 'a b', DATABASE_URL: 'x' })).toHaveLength(3);
  });
});
