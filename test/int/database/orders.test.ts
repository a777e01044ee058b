import assert from 'node:assert/strict'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { it } from 'vitest'
import { openHookedShop } from './hooked-shop.ts'
import { countOf, openShop, placeOrder, SoldOut, stockOf, stockUp } from './shop.ts'

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

it('does not keep readers waiting while it holds the lock for 300 ms', async () => {
  const shop = await openHookedShop()
  const held = shop.tx('slow', async (req) => {
    await shop.create('slow', req)
    await sleep(300)
  })
  await sleep(30)
  const started = performance.now()
  const times: number[] = []
  while (performance.now() - started < 200) {
    const asked = performance.now()
    assert.equal(await shop.exists('slow'), false)
    times.push(performance.now() - asked)
    await nextTurn() // reads alone never let the event loop turn
  }
  assert.equal(shop.adapter.writeLock().holder, 'slow')
  await held
  assert.equal(await shop.exists('slow'), true)
  times.sort((a, b) => a - b)
  console.log(
    `  figures: ${times.length} reads in 200 ms beside a held lock, median ${times[times.length >> 1]!.toFixed(1)} ms, slowest ${times.at(-1)!.toFixed(1)} ms`,
  )
  assert.ok(times.length > 20)
  await shop.close()
})
