import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Others may have the machine: who waits so long hangs. A limit of a test's own would only be another guess at how quick the machine is. */
const patience = { testTimeout: 600_000, hookTimeout: 600_000, expect: { poll: { timeout: 120_000 } } } as const;
const shared = { environment: 'node', restoreMocks: true, pool: 'forks', ...patience } as const;
const withServer = { ...shared, globalSetup: ['./test/servers.ts'], maxWorkers: 2 } as const;
const notHere = ['node_modules/**', '.sightline/**'];

/** Whole files and whole demonstrations are work, and the SQL is that of the small ones: they are taken in on one server, the one that the product brings. */
const onItsOwnServer = [
  'demo/load.db.test.ts',
  'src/import/cin-census/census-mutations.db.test.ts',
  'src/import/ssda903/hostile-returns.db.test.ts',
  'src/import/ssda903/whole-returns.db.test.ts',
];

/**
 * All others are tried on the oldest PostgreSQL that Sightline must run on. On the one that the product brings, which every journey, attack and killing runs on
 * besides, those are tried again that rest on what a server is and how it plans: who reaches what, chains, the past, search, copies, backups.
 */
const onBothServers = [
  'src/platform/**/*.db.test.ts',
  'test/architecture/**/*.db.test.ts',
  'src/commands/own-server.db.test.ts',
  'src/record/{access,chain,destruction,files,merged,past,past-lists,put-right,roots}.db.test.ts',
  'src/record/search/*.db.test.ts',
  'demo/load-family.db.test.ts',
];
const isSystem = process.env['SIGHTLINE_TEST_SERVER'] === 'system';
/** Tests that are chosen by name run on whichever server they are asked of. */
const isEveryTest = process.env['SIGHTLINE_EVERY_TEST'] === 'yes';

/** As many journeys as two workers do not end before the product is there. */
const meanwhile = 3;

/** Starting the product takes a minute: journeys that do not wait for it are run meanwhile. One is kept for the end, where the last would be alone. */
class WhileTheProductStarts extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const waits = ({ moduleId }: TestSpecification): boolean => readFileSync(moduleId, 'utf8').includes('startSightline()');
    const usual = await super.sort(files);
    const others = usual.filter((one) => !waits(one));
    return [...others.slice(0, meanwhile), ...usual.filter(waits), ...others.slice(meanwhile)];
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // The product of the journeys is stopped in order, which takes its time.
    teardownTimeout: 180_000,
    sequence: { sequencer: WhileTheProductStarts },
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          // They leave nothing behind, and import the same practice: once for each worker is enough, instead of for each of a hundred files.
          isolate: false,
          maxWorkers: 2,
          include: ['src/**/*.test.{ts,tsx}', 'demo/**/*.test.ts', 'test/architecture/**/*.test.ts'],
          exclude: [...notHere, '**/*.db.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...withServer,
          isolate: false,
          name: 'database',
          include: isEveryTest && !isSystem ? [...onItsOwnServer, ...onBothServers] : ['{src,demo,test}/**/*.db.test.ts'],
          exclude: [...notHere, 'test/attack/**', ...(isSystem ? onItsOwnServer : [])],
        },
      },
      // Upon the web server: the database's own refusals are tried on both servers, by test/architecture/reach.db.test.ts among others.
      {
        extends: true,
        test: { ...withServer, isolate: false, name: 'attack', include: ['test/attack/**/*.db.test.ts'], exclude: notHere },
      },
      {
        extends: true,
        test: {
          ...withServer,
          name: 'journeys',
          globalSetup: ['./test/journeys/product.ts'],
          include: ['test/journeys/**/*.journey.test.ts'],
          exclude: notHere,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'resilience',
          include: ['test/resilience/**/*.test.ts'],
          exclude: notHere,
          // The installation and the database are killed beside each other.
          maxWorkers: 2,
        },
      },
    ],
  },
});
