import { chmodSync, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postgresqlSettings } from '../../bin/postgresql.mjs';
import { identify } from '../../bin/processes.mjs';
import { censusFile } from '../../demo/census-file.ts';
import { startEmbedded } from '../../src/platform/embedded.ts';
import { prepare, undisturbedAuthority } from './cast.ts';
import { run } from './programs.ts';
import { weather, type Storm } from './storm.ts';
import { asOwner, kept, type Kept } from './what-is-kept.ts';

/** `npm test -- --kills 20 --seed 7`: how often, and the seed of the moments. */
const kills = Number(process.env['SIGHTLINE_KILLS'] ?? 3);
const seed = Number(process.env['SIGHTLINE_SEED'] ?? Date.now() % 1_000_000);
const children = 1_500;

let storm: Storm;
let undisturbed: Kept;

beforeAll(async () => {
  Object.assign(process.env, postgresqlSettings());
  const folder = mkdtempSync(join(tmpdir(), `sightline-test-${identify(process.pid).replace(':', '-')}-`));
  chmodSync(folder, 0o711);
  const file = join(folder, 'census.xml');
  await pipeline(Readable.from(censusFile({ children })), createWriteStream(file));
  storm = { folder, file, seed, acknowledged: [] };
  const server = await startEmbedded({ folder });
  await prepare(server, kills);
  expect(await run('importing.ts', folder, file, String(undisturbedAuthority)).ended).toBe(0);
  undisturbed = await asOwner(server, (owner) => kept(owner, undisturbedAuthority));
  await server.stop();
}, 1_800_000);

afterAll(() => rmSync(storm.folder, { recursive: true, force: true }));

describe(`kill -9 while a file is imported and visits are recorded (seed ${seed})`, () => {
  test('an undisturbed import takes every child', () => {
    expect(undisturbed).toMatchObject({ children });
    expect(undisturbed.clocks).toBeGreaterThan(children);
  });

  for (let round = 0; round < kills; round += 1) {
    test(`kill ${round + 1} of ${kills}: nothing acknowledged is lost, and the import ends as if nothing had happened`, async () => {
      const { lost, importedLost, complaints, status, after, ...figures } = await weather(storm, round);
      console.log(`seed ${seed}, kill ${round + 1}: ${JSON.stringify(figures)}`);
      expect({ lost, importedLost, complaints, status }).toEqual({ lost: [], importedLost: [], complaints: [], status: 0 });
      expect(after).toEqual(undisturbed);
    }, 1_800_000);
  }
});
