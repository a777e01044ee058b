import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { logFolder } from '../../src/cli/setup/root.mjs'
import { tail } from '../../src/cli/setup/run-child.mjs'

/**
 * The `mongod` named by MONGODB_BINARY, or the first in the PATH.
 * @param {Record<string, string | undefined>} [env]
 */
export function findMongod(env = process.env) {
  if (env.MONGODB_BINARY) return existsSync(env.MONGODB_BINARY) ? env.MONGODB_BINARY : undefined
  const names = process.platform === 'win32' ? ['mongod.exe'] : ['mongod']
  return (env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file))
}

/** A port of the loopback address that nobody listens on. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

async function initiate(port, child, log) {
  const { MongoClient } = await import('mongodb')
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, { serverSelectionTimeoutMS: 30_000 })
  try {
    await client.connect()
    const admin = client.db('admin')
    await admin.command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: `127.0.0.1:${port}` }] } })
    for (let tries = 0; tries < 150; tries += 1) {
      if (child.exitCode !== null) break
      if ((await admin.command({ hello: 1 })).isWritablePrimary) return
      await sleep(200)
    }
    throw new Error(`mongod did not become primary:\n${tail(log)}`)
  } finally {
    await client.close()
  }
}

/**
 * Starts a `mongod` as a replica set of one node, on a free port of the loopback address and with a folder of its own.
 * @param {string} binary
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} throws, with the end of its log, when it does not come up
 */
export async function startMongod(binary) {
  const port = await freePort()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zhongcao-mongod-'))
  const log = path.join(logFolder, 'mongod.log')
  const out = openSync(log, 'w')
  const args = ['--replSet', 'rs0', '--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1', '--quiet']
  const child = spawn(binary, args, { stdio: ['ignore', out, out] })
  const ended = new Promise((resolve) => {
    child.once('exit', resolve)
    child.once('error', resolve)
  })
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  const stop = async () => {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(late)
    process.off('exit', endWithUs)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const early = ended.then(() => {
      throw new Error(`${binary} ended before it could be asked:\n${tail(log)}`)
    })
    await Promise.race([initiate(port, child, log), early])
  } catch (error) {
    await stop()
    throw error
  }
  return { url: `mongodb://127.0.0.1:${port}/zhongcao-test?replicaSet=rs0`, stop }
}
