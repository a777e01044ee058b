import path from 'node:path'
import { createClient } from '@libsql/client'
import { linesOfCreator } from '../../src/flows/earnings/creator-lines.ts'
import { lockRun } from '../../src/flows/payouts/lock-run.ts'
import { previewRun } from '../../src/flows/payouts/read-runs.ts'
import { newId } from '../../src/lib/ids.ts'
import { product } from '../builders/catalogue.ts'
import { paidOrder } from '../builders/paid-order.ts'
import { afterHold, payee } from '../builders/payouts.ts'
import { person } from '../builders/people.ts'
import { openWorld } from '../builders/world.ts'
import { growOrders } from './grow-orders.ts'
import { printTable } from './table.ts'

/**
 * What a preview and a locked payout run cost at 100,000 orders (BENCH_ORDERS) of 20 creators: first when nobody was ever paid, then
 * with nine of ten lines paid out, as in a shop that pays every month. Beside them, in the same run, one GROUP BY over the same
 * entries, which is the least that an answer can cost. Seconds of the process, not of the wall.
 */
const orders = Number(process.env.BENCH_ORDERS ?? 100_000)
const creators = Number(process.env.BENCH_CREATORS ?? 20)

const world = await openWorld()
const goods = await product(world, { stock: 500 })
const finance = await person(world, ['finance'])
const kols: string[] = []
for (let at = 0; at < creators; at++) {
  const kol = await payee(world, `62220000${10_000_000 + at}`)
  kols.push(kol.creatorId)
  await paidOrder(world, [{ product: goods, quantity: 1, price: 11_300, credit: { creatorId: kol.creatorId, rateBps: 2_000 } }])
  await growOrders(world.dir, Math.round(((at + 1) * orders) / creators))
}
const file = createClient({ url: `file:${path.join(world.dir, 'zhongcao.db')}` })
await file.execute({ sql: `UPDATE orders SET state = 'completed', received_at = ?`, args: [world.clock.now().toISOString()] })
afterHold(world)

/** Seconds of processor time, and what came of it. */
async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const began = process.cpuUsage()
  const value = await work()
  const { user, system } = process.cpuUsage(began)
  return { seconds: (user + system) / 1e6, value }
}

const groupBy =
  'SELECT creator_id, order_line, sum(amount) FROM ledger_entries WHERE creator_id IS NOT NULL GROUP BY 1, 2 HAVING sum(amount) <> 0'

async function look(when: string): Promise<(string | number)[][]> {
  await world.ctx.req()
  const bare = await timed(() => file.execute(groupBy))
  const preview = await timed(() => previewRun(world.ctx, finance))
  if (!preview.value.ok) throw new Error(preview.value.failure.message)
  const { total, payouts } = preview.value.value
  const lock = await timed(() => lockRun(world.ctx, finance, { expectedTotal: total }, newId()))
  if (!lock.value.ok) throw new Error(lock.value.failure.message)
  const lines = await timed(async () => linesOfCreator(await world.ctx.req(), kols[0]!, world.clock.now()))
  const row = (what: string, seconds: number, note: string) => [
    `${when}: ${what}`,
    seconds.toFixed(2),
    (seconds / bare.seconds).toFixed(1),
    note,
  ]
  return [
    row('one GROUP BY', bare.seconds, `${bare.value.rows.length} pairs`),
    row('preview', preview.seconds, `${payouts.length} creators, ${total} minor units`),
    row('lock', lock.seconds, `${lock.value.value.count} payouts`),
    row("one creator's page of earnings", lines.seconds, `${lines.value.length} lines`),
  ]
}

try {
  const unpaid = await look('nobody paid')
  // As if earlier runs had paid them: an entry for each that takes her commission off her account.
  await file.execute(`INSERT INTO ledger_entries (id, key, sequence, "transaction", account, creator_id, kind, amount, currency, source_kind, source_id, "order", order_line, test, at)
    SELECT id || '-p', key || '-p', (SELECT max(sequence) FROM ledger_entries) + row_number() OVER (ORDER BY sequence), "transaction" || '-p', account, creator_id, 'payout', -amount,
      currency, 'payout', source_id, "order", order_line, test, at FROM ledger_entries
    WHERE kind = 'accrue' AND creator_id IS NOT NULL AND sequence % 10 <> 0
      AND NOT EXISTS (SELECT 1 FROM ledger_entries p WHERE p.order_line = ledger_entries.order_line AND p.kind = 'payout')`)
  await file.execute(`UPDATE counters SET value = (SELECT max(sequence) FROM ledger_entries) WHERE key = 'ledger:sequence'`)
  const paid = await look('nine of ten paid')
  console.log(`${orders} orders of ${creators} creators`)
  printTable(['', 'seconds', 'of GROUP BY', ''], [...unpaid, ...paid])
} finally {
  file.close()
  await world.close()
}
