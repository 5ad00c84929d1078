import { defineConfig } from 'vitest/config';

// Two tiers, told apart by file name: `unit` is pure and takes no server, `int` runs on a real PostgreSQL and a real Temporal.
const config = defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.unit.test.ts'],
          environment: 'node',
          pool: 'forks',
          maxWorkers: 2,
          // A machine that builds Temporal beside the unit suites is a slow one.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'int',
          include: ['test/**/*.int.test.ts'],
          environment: 'node',
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          globalSetup: ['test/support/global-setup.ts'],
        },
      },
    ],
  },
});

// Vitest reads its configuration from the default export: the one place where we have no choice.
export default config;
