import { createHash } from 'node:crypto'
import { statSync, unlinkSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * The name of a lock that the kernel holds: a socket that listens. It is gone with its process, also after `kill -9`,
 * so that there is no stale lock to judge and no pid that could have been given to another process.
 */
function address(folder) {
  const name = `zhongcao-setup-${createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 24)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  // Linux: the abstract namespace, which leaves no file. Elsewhere: a short path, since sockets allow about 100 bytes.
  return process.platform === 'linux' ? `\0${name}` : path.join(os.tmpdir(), `${name}.sock`)
}

const listen = (where) =>
  new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.destroy())
    server.once('error', reject)
    server.listen(where, () => resolve(server))
  })

const answers = (where) =>
  new Promise((resolve) => {
    const socket = net.connect(where)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', (error) => resolve(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT'))
  })

/** Takes the lock, or answers undefined when somebody holds it. */
async function tryLock(where) {
  try {
    const server = await listen(where)
    if (where.startsWith('\0') || process.platform === 'win32') return server
    // A socket file: another process that cleared a stale one at the same moment may have replaced ours.
    const mine = statSync(where).ino
    await sleep(50)
    if (statSync(where, { throwIfNoEntry: false })?.ino === mine) return server
    server.close()
    return undefined
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error
    if (process.platform !== 'linux' && process.platform !== 'win32' && !(await answers(where))) unlinkSync(where)
    return undefined
  }
}

/**
 * Runs `work` while no other process installs or builds in the same folder.
 * @template T
 * @param {string} folder
 * @param {(heldFd: number | undefined) => Promise<T>} work gets the lock's descriptor: a child that inherits it keeps the lock
 *   even when this process is killed, so that nobody builds into a build that still runs
 * @param {{ onWait?: () => void, pollMs?: number }} [options] `onWait` is called once when somebody else holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(folder, work, { onWait, pollMs = 200 } = {}) {
  const where = address(folder)
  let server = await tryLock(where)
  if (!server) onWait?.()
  while (!server) {
    await sleep(pollMs)
    server = await tryLock(where)
  }
  try {
    const fd = server._handle?.fd
    return await work(typeof fd === 'number' && fd >= 0 ? fd : undefined)
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
}
