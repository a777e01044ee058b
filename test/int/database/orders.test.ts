import assert from 'node:assert/strict'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { it } from 'vitest'
import { countOf, local, openShop, orderData, placeOrder, SoldOut, stockOf, stockUp } from './shop.ts'

const ms = (nanoseconds: number) => `${(nanoseconds / 1e6).toFixed(0)} ms`

it('sells exactly 30 of 30 to 500 at once', async () => {
  const busy = await openShop({ lockWaitMs: 60_000, maxHoldMs: 120_000 })
  await stockUp(busy.payload, 'thirty', 30)
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const started = performance.now()
  const outcomes = await Promise.allSettled(Array.from({ length: 500 }, (_, n) => placeOrder(busy, `${n}`, 'thirty')))
  const took = performance.now() - started
  console.log(
    `  figures: 500 transactions in ${took.toFixed(0)} ms; event loop held up ${ms(delay.percentile(99))} (p99), ${ms(delay.max)} (most)`,
  )
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 30)
  assert.ok(outcomes.every((outcome) => outcome.status === 'fulfilled' || outcome.reason instanceof SoldOut))
  assert.equal(await stockOf(busy.payload, 'thirty'), 0)
  assert.equal(await countOf(busy.payload, 'orders'), 30)
  const lines = await busy.adapter.client.execute('SELECT count(*) AS n FROM orders_lines')
  assert.equal(lines.rows[0]!.n, 90)
  assert.equal(busy.adapter.writeLock().holder, undefined)
  await busy.close()
})

it('does not keep readers waiting while somebody holds the lock, and shows them what was committed before', async () => {
  const shop = await openShop()
  const read = () => countOf(shop.payload, 'orders')
  const written = deferred()
  const enough = deferred()
  const held = shop.tx('slow', async (req) => {
    await local(shop.payload).create({ collection: 'orders', data: orderData('slow', 'a'), req })
    written.resolve()
    await enough.promise
  })
  await written.promise
  const times: number[] = []
  for (let n = 0; n < 100; n++) {
    const asked = performance.now()
    assert.equal(await read(), 0)
    times.push(performance.now() - asked)
    await nextTurn() // reads alone never let the event loop turn
  }
  assert.equal(shop.adapter.writeLock().holder, 'slow')
  enough.resolve()
  await held
  assert.equal(await read(), 1)
  times.sort((a, b) => a - b)
  console.log(`  figures: 100 reads beside a held lock, median ${times[50]!.toFixed(1)} ms, slowest ${times.at(-1)!.toFixed(1)} ms`)
  await shop.close()
})

function deferred() {
  let resolve: () => void = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve: () => resolve() }
}
