import { afterEach, beforeEach, expect, vi } from 'vitest'

/**
 * An unexpected `console.error` fails the test that caused it. A test that expects one says so:
 * `vi.spyOn(console, 'error').mockImplementation(() => {})` in its own body replaces this guard.
 */
let unexpected: string[] = []
let guard: ReturnType<typeof vi.spyOn> | undefined

const record = (...parts: unknown[]): void => {
  unexpected.push(parts.map((part) => (part instanceof Error ? (part.stack ?? part.message) : String(part))).join(' '))
}

beforeEach(() => {
  unexpected = []
  guard = vi.spyOn(console, 'error').mockImplementation(record)
})

afterEach(() => {
  guard?.mockRestore()
  const seen = unexpected
  unexpected = []
  expect(seen, 'console.error was called, and the test did not expect it').toEqual([])
})
