import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { it } from 'vitest'
import { createClient } from '../../../src/database/sqlite/connection.ts'
import { openShop, stockUp } from './shop.ts'

const child = fileURLToPath(new URL('crash-child.ts', import.meta.url))
const rounds = Number(process.env.ROUNDS ?? 4)

/** A seller that is killed at a random moment of its work; returns the orders that it said were committed. */
async function sellUntilKilled(dir: string, round: number): Promise<string[]> {
  const seller = spawn(process.execPath, ['--import', 'tsx', child, dir, String(round)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let errors = ''
  seller.stderr.on('data', (chunk) => (errors += chunk))
  const ready = new Promise<void>((resolve) => {
    seller.stdout.on('data', (chunk) => {
      out += chunk
      if (/^\d+-/m.test(out)) resolve() // the first committed order: it is at work
    })
  })
  const gone = once(seller, 'exit')
  await Promise.race([ready, gone.then(() => assert.fail(`round ${round} did not start: ${errors}`))])
  await sleep(Math.random() * 300)
  seller.kill('SIGKILL')
  await gone
  return out
    .slice(0, out.lastIndexOf('\n'))
    .split('\n')
    .filter((line) => /^\d+-\d+-\d+$/.test(line))
}

it(`survives ${rounds} rounds of kill -9 in the middle of transactions`, { timeout: 60_000 + rounds * 10_000 }, async () => {
  const shop = await openShop()
  await stockUp(shop.payload, 'a', 30)
  await shop.payload.destroy()
  const told: string[] = []
  let recovered = 0
  for (let round = 0; round < rounds; round++) {
    told.push(...(await sellUntilKilled(shop.dir, round)))
    const client = createClient({ url: `file:${shop.file}` })
    const wal = await client.execute('PRAGMA wal_checkpoint(PASSIVE)')
    recovered += Number(wal.rows[0]!.log) > 0 ? 1 : 0
    const one = async (query: string) => (await client.execute(query)).rows[0]![0]
    assert.equal(await one('PRAGMA integrity_check'), 'ok')
    assert.equal((await client.execute('PRAGMA foreign_key_check')).rows.length, 0)
    const stock = Number(await one('SELECT stock FROM stock_levels'))
    const sold = Number(await one(`SELECT count(*) FROM orders WHERE status = 'placed'`))
    assert.equal(stock + sold, 30, `round ${round}: ${stock} in stock and ${sold} sold`)
    assert.equal(await one('SELECT count(*) FROM orders_lines'), 3 * Number(await one('SELECT count(*) FROM orders')))
    const kept = new Set((await client.execute('SELECT number FROM orders')).rows.map((row) => row[0]))
    assert.deepEqual(
      told.filter((number) => !kept.has(number)),
      [],
      'a committed order is gone',
    )
    client.close()
  }
  const last = await openShop({ dir: shop.dir })
  console.log(`  figures: ${rounds} kills, ${told.length} orders told as committed and all kept, WAL recovered ${recovered} times`)
  await last.close()
})

/** Runs the two transactions of failpoint-child.ts; answers what it told, how it ended, and what the file holds. */
async function twoOrders(env: Record<string, string>) {
  const shop = await openShop()
  await shop.payload.destroy()
  const seller = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('failpoint-child.ts', import.meta.url)), shop.dir], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = ''
  seller.stdout.on('data', (chunk) => (told += chunk))
  const [, signal] = await once(seller, 'close')
  const again = await openShop({ dir: shop.dir })
  const { rows } = await again.adapter.client.execute('SELECT number FROM orders ORDER BY number')
  await again.close()
  return { kept: rows.map((row) => row.number), signal, told: told.trim().split('\n').filter(Boolean) }
}

it.each([
  ['before-commit:place second', { kept: ['first'], told: ['first committed'] }],
  ['after-commit:place second', { kept: ['first', 'second'], told: ['first committed'] }],
  ['after-commit:place first', { kept: ['first'], told: [] }],
])('dies by SIGKILL at the failpoint %s and keeps exactly what was committed', async (FAILPOINT, expected) => {
  assert.deepEqual(await twoOrders({ FAILPOINT }), { ...expected, signal: 'SIGKILL' })
})

it('fails the COMMIT that FAIL_COMMIT names, and only that', async () => {
  const { kept, signal, told } = await twoOrders({ FAIL_COMMIT: 'place first' })
  assert.deepEqual([kept, signal], [['second'], null])
  assert.match(told[0] ?? '', /^first failed: .*FOREIGN KEY constraint failed/)
  assert.equal(told[1], 'second committed')
})

it('ignores both in production', async () => {
  const { kept, signal } = await twoOrders({ FAIL_COMMIT: 'place first', FAILPOINT: 'before-commit:place second', NODE_ENV: 'production' })
  assert.deepEqual([kept, signal], [['first', 'second'], null])
})
