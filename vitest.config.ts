import { defineConfig } from 'vitest/config';

const shared = { environment: 'node', restoreMocks: true, pool: 'forks' } as const;
const withServer = { ...shared, globalSetup: ['./test/servers.ts'], maxWorkers: 2, testTimeout: 30_000, hookTimeout: 120_000 } as const;
const notHere = ['node_modules/**', '.sightline/**'];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'demo/**/*.test.ts', 'test/architecture/**/*.test.ts'],
          exclude: [...notHere, '**/*.db.test.ts'],
        },
      },
      { extends: true, test: { ...withServer, name: 'database', include: ['{src,demo,test}/**/*.db.test.ts'], exclude: notHere } },
      {
        extends: true,
        test: {
          ...withServer,
          name: 'journeys',
          globalSetup: ['./test/journeys/product.ts'],
          include: ['test/journeys/**/*.journey.test.ts'],
          exclude: notHere,
          maxWorkers: 1,
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'resilience',
          include: ['test/resilience/**/*.test.ts'],
          exclude: notHere,
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
