import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { pino } from 'pino'
import { startJobs } from '../../src/jobs/runner.ts'
import { systemClock } from '../../src/lib/clock.ts'
import { createDoors } from '../../src/server/app.ts'
import { product, productLink, programme } from '../builders/catalogue.ts'
import { creator } from '../builders/people.ts'
import { openWorld } from '../builders/world.ts'
import { openBare } from './bare-orders.ts'

/**
 * The shop's doors in a process of their own, as `npm start` runs them but for the pages, with goods that a creator's link
 * sells; and a plain Express app whose handlers do nothing but the database writes of a checkout. Says where both are.
 */
const env = { TRUST_PROXY: '1', SANDBOX_PAYMENTS: '1', LOG_LEVEL: 'error' }
const log = pino({ level: 'error' }, pino.destination(2))
const world = await openWorld({ env, clock: systemClock, log, ...(process.env.BENCH_DIR ? { dir: process.env.BENCH_DIR } : {}) })
// A folder that was opened before has its goods already.
const shelf = path.join(world.dir, 'bench-goods.json')
const goods = existsSync(shelf) ? (JSON.parse(readFileSync(shelf, 'utf8')) as Goods[]) : await stock()
writeFileSync(shelf, JSON.stringify(goods))

interface Goods {
  variantId: string
  linkCode: string
}

async function stock(): Promise<Goods[]> {
  const made: Goods[] = []
  const author = await creator(world)
  const programmeId = await programme(world)
  for (let n = 0; n < 20; n++) {
    const { productId, variantIds } = await product(world, { stock: 1_000_000 })
    const { code } = await productLink(world, { creatorId: author.creatorId, productId, programmeId })
    made.push({ variantId: variantIds[0] as string, linkCode: code })
  }
  return made
}

const jobs = process.env.BENCH_JOBS === '0' ? null : await startJobs(world.ctx)
const server = createServer(createDoors(world.ctx, { readiness: { state: 'ready' }, version: 'bench' }))
const listen = (to: typeof server) =>
  new Promise<string>((resolve) => to.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(to.address() as AddressInfo).port}`)))
const url = await listen(server)
const bare = await openBare(world)
const bareServer = createServer(bare.app)
const bareUrl = await listen(bareServer)
process.send?.({ url, bareUrl, goods, key: world.ctx.keyFor('sandbox-webhooks').toString('hex') })

process.on('message', (message: { ask: string; count?: number }) => {
  void (async () => {
    if (message.ask === 'template') process.send?.({ statements: await bare.learn() })
    if (message.ask === 'cpu') process.send?.({ ms: Object.values(process.cpuUsage()).reduce((sum, one) => sum + one, 0) / 1000 })
    if (message.ask === 'bare') process.send?.({ seconds: await bare.run(message.count ?? 100) })
    if (message.ask === 'stop') {
      server.closeAllConnections()
      bareServer.closeAllConnections()
      server.close()
      bareServer.close()
      await jobs?.stop()
      await bare.close()
      await world.close()
      process.exit(0)
    }
  })()
})
