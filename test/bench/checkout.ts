import { contact } from '../builders/orders.ts'
import { buy, buyers, type House, measure, openBenchShop, post } from './checkout-shop.ts'
import { printTable } from './table.ts'

/**
 * Whole checkouts a second over HTTP: put into the basket by a creator's link, placed, paid by a notice that the sandbox
 * provider signs, credited, in three requests each, by BENCH_BUYERS (20) at once for BENCH_ORDERS (600) orders. Beside a plain Express app
 * that does the same database writes in the same three requests, and those writes alone. BENCH_JOBS=0 leaves the jobs (mail)
 * of the shop out.
 */
const orders = Number(process.env.BENCH_ORDERS ?? 600)
const shop = await openBenchShop()
const { house } = shop

async function buyBare({ bareUrl }: House): Promise<void> {
  await post(`${bareUrl}/cart`, { variantId: 'x', quantity: 1 })
  await post(`${bareUrl}/checkout`, { contact, locale: 'zh' })
  await post(`${bareUrl}/pay`, {})
}

/** Processor time of the server for each checkout, besides: what other programs on the machine do not change. */
async function withCpu<T extends object>(work: () => Promise<T>): Promise<T & { cpu: number }> {
  const before = (await shop.ask<{ ms: number }>({ ask: 'cpu' })).ms
  const figures = await work()
  return { ...figures, cpu: ((await shop.ask<{ ms: number }>({ ask: 'cpu' })).ms - before) / orders }
}

try {
  await measure(60, () => buy(house))
  const { statements } = await shop.ask<{ statements: number }>({ ask: 'template' })
  const ours = await withCpu(() => measure(orders, () => buy(house)))
  const plain = await withCpu(() => measure(orders, () => buyBare(house)))
  const { seconds } = await shop.ask<{ seconds: number }>({ ask: 'bare', count: orders })
  const row = (what: string, { perSecond, p50, p95, p99, cpu }: typeof ours) => [
    what,
    perSecond.toFixed(0),
    ...[p50, p95, p99].map((ms) => ms.toFixed(0)),
    cpu.toFixed(1),
  ]
  console.log(`${orders} checkouts by ${buyers} buyers at once; an order is ${statements} rows`)
  printTable(
    ['', 'a second', 'p50', 'p95', 'p99 ms', 'CPU ms each'],
    [
      row('whole checkout, three requests', ours),
      row('the same writes, plain Express', plain),
      ['the same writes alone', (orders / seconds).toFixed(0), '', '', '', ''],
    ],
  )
} finally {
  await shop.close()
}
