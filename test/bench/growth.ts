import { Agent, request } from 'node:http'
import { newFolder, removeFolders } from '../e2e/site.ts'
import { buy, type Figures, measure, openBenchShop, someAddress } from './checkout-shop.ts'
import { growOrders } from './grow-orders.ts'
import { printTable } from './table.ts'
import { phone } from './world-addresses.ts'

/**
 * How whole checkouts and `/go/:code` with its durable touch grow from 1,000 to 100,000 orders (BENCH_GROW_TO), in one run: the
 * orders between are copied by the database. The aim is a p95 that grows less than 1.5 times.
 */
const few = 1_000
const many = Number(process.env.BENCH_GROW_TO ?? 100_000)
const checkouts = Number(process.env.BENCH_ORDERS ?? 400)
const clicks = Number(process.env.BENCH_CLICKS ?? 4_000)
const agent = new Agent({ keepAlive: true, maxSockets: 20 })

function click(url: string): Promise<void> {
  const headers = { 'x-forwarded-for': someAddress(), 'user-agent': phone }
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers }, (res) => {
      res.resume()
      res.once('end', () => (res.statusCode === 302 ? resolve() : reject(new Error(`/go answered ${res.statusCode}`))))
    })
    asked.once('error', reject)
    asked.end()
  })
}

const dir = await newFolder()

/** Figures of a server on the folder as it is now; it ends before the folder grows, which would hold its writes up. */
async function look(): Promise<{ checkout: Figures; go: Figures }> {
  const shop = await openBenchShop(dir)
  try {
    const { house } = shop
    await measure(60, () => buy(house))
    return {
      checkout: await measure(checkouts, () => buy(house)),
      go: await measure(clicks, () => click(`${house.url}/go/${house.goods[0]!.linkCode}`)),
    }
  } finally {
    await shop.close()
    agent.destroy()
  }
}

try {
  await look()
  await growOrders(dir, few)
  const before = await look()
  const began = performance.now()
  const orders = await growOrders(dir, many)
  console.log(`${orders} orders after ${((performance.now() - began) / 1000).toFixed(0)} s of copying`)
  const after = await look()
  const row = (what: string, { perSecond, p50, p95, p99 }: Figures) => [
    what,
    perSecond.toFixed(0),
    ...[p50, p95, p99].map((ms) => ms.toFixed(1)),
  ]
  const grown = (a: Figures, b: Figures) => [
    'times as long',
    '',
    ...(['p50', 'p95', 'p99'] as const).map((part) => (b[part] / a[part]).toFixed(2)),
  ]
  printTable(
    ['', 'a second', 'p50', 'p95', 'p99 ms'],
    [
      row(`whole checkout, ${few} orders`, before.checkout),
      row(`whole checkout, ${orders} orders`, after.checkout),
      grown(before.checkout, after.checkout),
      row(`/go, ${few} orders`, before.go),
      row(`/go, ${orders} orders`, after.go),
      grown(before.go, after.go),
    ],
  )
} finally {
  await removeFolders()
}
