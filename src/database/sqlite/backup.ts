import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { driverFile } from './connection.ts'

/** Plain text, so that a bundler has nothing to miss. VACUUM INTO is synchronous and would stop the event loop. */
const copyInWorker = `
  const { parentPort, workerData } = require('node:worker_threads')
  const { createClient } = require(workerData.driver)
  async function run() {
    const source = createClient({ url: 'file:' + workerData.from })
    await source.execute('PRAGMA busy_timeout = 5000')
    await source.execute({ sql: 'VACUUM INTO ?', args: [workerData.to] })
    source.close()
    const copy = createClient({ url: 'file:' + workerData.to })
    const { rows } = await copy.execute('PRAGMA integrity_check')
    copy.close()
    return rows[0][0]
  }
  run().then((result) => parentPort.postMessage(result))
`

/**
 * A consistent, compact, checked copy of the database at one moment, while others write.
 * It appears under its name only when it is complete and on the disk.
 */
export async function backup(from: string, to: string): Promise<void> {
  const partial = `${to}.partial`
  await mkdir(path.dirname(to), { recursive: true })
  await rm(partial, { force: true })
  try {
    const verdict = await inWorker({ driver: driverFile(), from, to: partial })
    if (verdict !== 'ok') throw new Error(`The copy of ${from} is damaged: ${String(verdict)}`)
    await flush(partial)
    await rename(partial, to)
    await flush(path.dirname(to))
  } finally {
    await rm(partial, { force: true })
  }
}

function inWorker(workerData: Record<string, string>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(copyInWorker, { eval: true, execArgv: [], workerData })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The backup worker stopped with ${code}`)))
  })
}

/** VACUUM INTO does not sync what it writes. */
async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r')
  await handle.sync()
  await handle.close()
}
