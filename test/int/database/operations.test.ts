import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Field, Payload } from 'payload'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { SecondWriter, WriterClosed } from '../../../src/database/index.ts'
import { createClient } from '../../../src/database/sqlite/connection.ts'
import { collections, countOf, local, openShop, orderData, placeOrder, type Shop, stockUp, told } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
  await stockUp(shop.payload, 'a', 1_000_000)
})
afterAll(() => shop.close())

const create = (payload: Payload, number: string, req?: unknown) =>
  local(payload).create({ collection: 'orders', data: orderData(number, 'a'), req })

describe('one writer', () => {
  it('refuses a second one in the same process and in another, and says who it is', async () => {
    await assert.rejects(openShop({ dir: shop.dir }), SecondWriter)
    const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('crash-child.ts', import.meta.url)), shop.dir], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (chunk) => (said += chunk))
    const [code] = await once(child, 'exit')
    assert.equal(code, 1)
    assert.match(said, new RegExp(`already open for writing by process ${process.pid} on .* since`))
  })
})

describe('a lock that nobody holds', () => {
  it('does not block, whatever the note beside it says', async () => {
    const first = await openShop()
    await first.payload.destroy()
    await writeFile(`${first.file}.lock.json`, JSON.stringify({ host: 'here', pid: 1, since: 'yesterday' }))
    await (await openShop({ dir: first.dir })).close()
  })
})

describe('append-only tables', () => {
  it('refuse update, delete, replace and cascades, also for Payload', async () => {
    const order = await create(shop.payload, 'ledgered')
    const entry = await local(shop.payload).create({ collection: 'ledger', data: { amount: 5, order: order.id } })
    const refused = /append-only/
    const fails = (doing: Promise<unknown>) => assert.rejects(doing, (error: unknown) => refused.test(told(error)))
    await fails(local(shop.payload).update({ collection: 'ledger', data: { amount: 6 }, id: entry.id }))
    await fails(local(shop.payload).delete({ collection: 'ledger', id: entry.id }))
    await fails(local(shop.payload).delete({ collection: 'orders', id: order.id }))
    await fails(shop.adapter.client.execute(`INSERT OR REPLACE INTO ledger (id, amount) VALUES ('${entry.id}', 6)`))
    const { rows } = await shop.adapter.client.execute('SELECT amount, order_id FROM ledger')
    assert.deepEqual(
      rows.map((row) => [row.amount, row.order_id]),
      [[5, order.id]],
    )
  })

  it('are guarded again at the next boot when a trigger is gone or was changed', async () => {
    const first = await openShop()
    await first.adapter.client.execute('DROP TRIGGER append_only_ledger_delete')
    await first.payload.destroy()
    const second = await openShop({ dir: first.dir })
    const { rows } = await second.adapter.client.execute(`SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name`)
    assert.deepEqual(
      rows.map((row) => row.name),
      ['append_only_ledger_delete', 'append_only_ledger_update'],
    )
    await second.close()
  })
})

describe('backup', () => {
  it('copies one consistent moment while orders are placed', async () => {
    let writing = true
    let placed = 0
    let worst = 0
    const writer = (async () => {
      while (writing) {
        const asked = performance.now()
        await placeOrder(shop, `backup-${placed++}`, 'a')
        worst = Math.max(worst, performance.now() - asked)
      }
    })()
    await sleep(200)
    const copy = path.join(shop.dir, 'backups', 'copy.db')
    const started = performance.now()
    await shop.adapter.backup(copy).finally(() => setTimeout(() => (writing = false), 50))
    const took = performance.now() - started
    const during = placed
    await writer
    const reader = createClient({ url: `file:${copy}` })
    const { rows } = await reader.execute(
      `SELECT (SELECT stock FROM stock_levels) AS stock, (SELECT count(*) FROM orders WHERE number LIKE 'backup-%') AS sold`,
    )
    reader.close()
    const { stock, sold } = rows[0] as unknown as { sold: number; stock: number }
    console.log(
      `  figures: ${(await stat(copy)).size / 1024} KiB copied in ${took.toFixed(0)} ms, ${during} orders meanwhile, slowest ${worst.toFixed(0)} ms; the copy has ${sold}`,
    )
    assert.equal(stock + sold, 1_000_000)
    assert.ok(sold > 0 && sold <= placed)
  })
})

describe('a client that goes away', () => {
  it('does not leave the lock behind', async () => {
    const handled: Promise<unknown>[] = []
    const server = createServer((request) => {
      const gone = once(request, 'close')
      handled.push(
        shop
          .tx('http order', async (req) => {
            await create(shop.payload, 'http', req)
            await gone
            throw new Error('client gone')
          })
          .catch((error) => error),
      )
    }).listen(0)
    await once(server, 'listening')
    const abort = new AbortController()
    const call = fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
      body: 'x',
      method: 'POST',
      signal: abort.signal,
    }).catch(() => {})
    while (!handled.length) await sleep(5)
    await sleep(50)
    abort.abort()
    await call
    assert.match(String(await handled[0]), /client gone|aborted/)
    assert.deepEqual(shop.adapter.writeLock(), { holder: undefined, waiting: 0 })
    const { totalDocs } = await local(shop.payload).find({ collection: 'orders', where: { number: { equals: 'http' } } })
    assert.equal(totalDocs, 0)
    server.close()
  })
})

describe('shutdown', () => {
  it('waits for a running transaction, refuses new ones, empties the WAL and frees the file', async () => {
    const own = await openShop()
    const running = own.tx('last order', async (req) => {
      await sleep(200)
      await create(own.payload, 'last', req)
    })
    await sleep(20)
    const stopping = own.payload.destroy()
    await sleep(20)
    await assert.rejects(
      own.tx('too late', async () => {}),
      WriterClosed,
    )
    await Promise.all([running, stopping])
    assert.equal(existsSync(`${own.file}-wal`) && (await stat(`${own.file}-wal`)).size > 0, false)
    const again = await openShop({ dir: own.dir })
    assert.equal(await countOf(again.payload, 'orders'), 1)
    await again.close()
  })

  it('rolls back what does not end in time', async () => {
    const own = await openShop({ shutdownMs: 100 })
    const endless = own.tx('endless', async (req) => {
      await create(own.payload, 'endless', req)
      await sleep(400)
    })
    const refused = assert.rejects(endless, /"endless" is over/)
    await sleep(20)
    await own.payload.destroy()
    await refused
    const again = await openShop({ dir: own.dir })
    assert.equal(await countOf(again.payload, 'orders'), 0)
    await again.close()
  })
})

describe('append-only collections with lists', () => {
  it('guard the tables of their arrays too', async () => {
    const lines: Field = { name: 'parts', type: 'array', fields: [{ name: 'amount', type: 'number' }] }
    const list = collections().map((collection) =>
      collection.slug === 'ledger' ? { ...collection, fields: [...collection.fields, lines] } : collection,
    )
    const own = await openShop({ collections: list })
    await local(own.payload).create({ collection: 'ledger', data: { amount: 5, parts: [{ amount: 2 }, { amount: 3 }] } })
    for (const attempt of ['UPDATE ledger_parts SET amount = 4', 'DELETE FROM ledger_parts']) {
      await assert.rejects(own.adapter.client.execute(attempt), /ledger_parts is append-only/)
    }
    await own.close()
  })
})
