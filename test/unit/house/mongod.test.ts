import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findMongod, freePort, startMongod } from '../../lanes/mongod.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'zhongcao-mongod-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('finds a mongod by its variable first, then in the PATH, else none', () => {
  const binary = path.join(folder, 'mongod')
  expect(findMongod({ PATH: folder })).toBeUndefined()
  writeFileSync(binary, '')
  expect(findMongod({ PATH: folder })).toBe(binary)
  expect(findMongod({ PATH: '', MONGODB_BINARY: binary })).toBe(binary)
  expect(findMongod({ PATH: folder, MONGODB_BINARY: path.join(folder, 'absent') })).toBeUndefined()
})

it.skipIf(process.platform === 'win32')('a server that ends at once fails the lane with what it said, and does not hang', async () => {
  const binary = path.join(folder, 'mongod')
  writeFileSync(binary, '#!/bin/sh\necho "unknown option: $1" >&2\nexit 2\n')
  chmodSync(binary, 0o755)
  await expect(startMongod(binary)).rejects.toThrow(/ended before it could be asked:\nunknown option: --replSet/)
})

it('gives free ports of the loopback address', async () => {
  const ports = await Promise.all([freePort(), freePort()])
  expect(new Set(ports).size).toBe(2)
})
