import { defineConfig } from 'vitest/config'

// Workers inherit it: a test that forgets the time zone must fail here as it would on another machine.
process.env.TZ = 'UTC'

const env = {
  TZ: 'UTC',
  NODE_ENV: 'test' as const,
  PAYLOAD_LOG_LEVEL: 'silent',
  PAYLOAD_DISABLE_TELEMETRY: '1',
  NEXT_TELEMETRY_DISABLED: '1',
}
const setupFiles = ['test/setup.ts']

/** Three projects: `unit` (pure, one shared module graph), `int` (database, a process for each file), `e2e` (browser, one file at a time). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          env,
          setupFiles,
          pool: 'threads',
          // Imports dominate here, and pure code keeps nothing between files.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'int',
          include: ['test/int/**/*.test.{ts,tsx}'],
          env,
          setupFiles,
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.{ts,tsx}'],
          env,
          setupFiles,
          pool: 'forks',
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 240_000,
          // The first file that asks for the demo world makes it: a minute on a quiet machine, three on a busy one.
          hookTimeout: 400_000,
        },
      },
    ],
  },
})
