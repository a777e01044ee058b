import { Worker } from 'node:worker_threads'
import { driverFile } from './connection.ts'

/** Plain text, so that a bundler has nothing to miss. Moving pages and waiting for the disk would stop the event loop. */
const moveInWorker = `
  const { parentPort, workerData } = require('node:worker_threads')
  const { createClient } = require(workerData.driver)
  const client = createClient({ url: 'file:' + workerData.file })
  client.execute('PRAGMA synchronous = FULL').then(() => {
    parentPort.on('message', async (what) => {
      if (what === 'stop') {
        client.close()
        parentPort.close()
        return
      }
      const { rows } = await client.execute('PRAGMA wal_checkpoint(PASSIVE)')
      parentPort.postMessage({ pages: Number(rows[0][1]), moved: Number(rows[0][2]) })
    })
  })
`

/** Writes after which the log is moved on, and before which no thread is started: small tools and tests need none. */
const EVERY = 16
const FIRST = 256
/** ms that closing waits for a move that is under way. */
const PATIENCE = 10_000

/**
 * Moves committed pages from the write-ahead log into the file in a thread of its own, while the writer goes on: a PASSIVE
 * checkpoint waits for nobody and nobody waits for it. What was committed is in the log and on the disk already, so nothing about
 * durability depends on it. While writes never pause it cannot reach the end of the log; then the writer's own checkpoint does at
 * `pagesInLog`, with little left to move, and the log begins anew.
 */
export class Checkpoints {
  readonly #file: string
  readonly #warn: (error: unknown) => void
  #worker: Worker | undefined
  #writes = 0
  #total = 0
  #isMoving = false
  #isOver = false
  /** Moves that were done. */
  rounds = 0

  constructor(file: string, warn: (error: unknown) => void) {
    this.#file = file
    this.#warn = warn
  }

  /** Something was written, or a transaction ended. */
  wrote(): void {
    this.#writes += 1
    this.#total += 1
    if (this.#isMoving || this.#isOver || this.#writes < EVERY || this.#total < FIRST) return
    this.#writes = 0
    this.#isMoving = true
    this.#worker ??= this.#start()
    this.#worker.postMessage('move')
  }

  /** Waits for a move that is under way, and lets the thread go. */
  async stop(): Promise<void> {
    this.#isOver = true
    const worker = this.#worker
    this.#worker = undefined
    if (!worker) return
    const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    worker.postMessage('stop')
    const timer = setTimeout(() => void worker.terminate(), PATIENCE)
    await gone
    clearTimeout(timer)
  }

  #start(): Worker {
    const workerData = { driver: driverFile(), file: this.#file }
    const worker = new Worker(moveInWorker, { eval: true, execArgv: [], workerData })
    worker.unref()
    worker.on('message', () => {
      this.rounds += 1
      this.#isMoving = false
    })
    // Without it everything is as it would be without this class: the writer moves the pages.
    worker.on('error', (error) => {
      this.#isOver = true
      this.#worker = undefined
      this.#warn(error)
    })
    return worker
  }
}
