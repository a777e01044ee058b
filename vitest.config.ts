import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/lanes/longest-first.mjs'

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

/** More than two on a bigger machine would only make the timing tests meet each other more often. */
const workers = Math.min(2, availableParallelism())

/**
 * Three projects: `unit` (pure), `int` (database), `e2e` (the built server and a browser). In the first two all files of a
 * worker share one module graph: loading Payload anew for each took longer than most of their tests. Whatever a file opens
 * (a world, a server) is its own and closed by it.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          env,
          setupFiles,
          pool: 'threads',
          isolate: false,
          maxWorkers: workers,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'int',
          include: ['test/int/**/*.test.{ts,tsx}'],
          env,
          setupFiles: [...setupFiles, 'test/int-setup.ts'],
          pool: 'forks',
          isolate: false,
          maxWorkers: workers,
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
          // A journey waits more than it works, so two fit beside each other; E2E_ALONE: one after the other, to be timed.
          maxWorkers: process.env.E2E_ALONE === '1' ? 1 : workers,
          testTimeout: 240_000,
          // The first file that asks for the demo world makes it: a minute on a quiet machine, three on a busy one.
          hookTimeout: 400_000,
        },
      },
    ],
  },
})
