import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { TransactionEnded } from '../../../src/database/index.ts'
import { type HookedShop, openHookedShop } from './hooked-shop.ts'
import { local, stockOf, stockUp, takeOne, told } from './shop.ts'

let shop: HookedShop
beforeAll(async () => {
  shop = await openHookedShop()
})
afterAll(() => shop.close())

describe('failure', () => {
  it('undoes everything when the function rejects', async () => {
    await assert.rejects(
      shop.tx('crash', async (req) => {
        await shop.create('crash', req)
        throw new Error('client gone')
      }),
      /client gone/,
    )
    assert.equal(await shop.exists('crash'), false)
    shop.expectFree()
  })

  it('throws when COMMIT fails and leaves nothing', async () => {
    const failing = shop.tx('bad commit', async (req) => {
      await shop.create('bad-commit', req)
      await shop.breakReference(req)
    })
    await assert.rejects(failing, (error: unknown) => /FOREIGN KEY/.test(told(error)))
    assert.equal(await shop.exists('bad-commit'), false)
    shop.expectFree()
    await shop.create('after-bad-commit')
  })

  it('makes payload.create throw when its own COMMIT fails', async () => {
    shop.hooks.afterOrder = ({ req }) => shop.breakReference(req)
    await assert.rejects(shop.create('create-bad-commit'), /FOREIGN KEY/)
    shop.hooks.afterOrder = undefined
    assert.equal(await shop.exists('create-bad-commit'), false)
    shop.expectFree()
  })

  it('survives a full disk', async () => {
    await shop.adapter.client.execute('PRAGMA max_page_count = 1') // SQLite takes the present size, if that is larger
    await assert.rejects(
      shop.tx('full disk', async (req) => {
        for (let n = 0; n < 200; n++) await shop.create('full-disk', req)
      }),
      (error: unknown) => /database or disk is full/.test(told(error)),
    )
    assert.equal(await shop.exists('full-disk'), false)
    shop.expectFree()
    await shop.adapter.client.execute('PRAGMA max_page_count = 1000000')
    await shop.create('after-full-disk')
    assert.equal(await shop.exists('after-full-disk'), true)
  })

  it('does not report success when a swallowed read error has rolled the transaction back', async () => {
    shop.hooks.afterOrder = ({ req }) =>
      local(shop.payload)
        .findByID({ collection: 'orders', id: 'missing', req })
        .catch(() => {})
    await assert.rejects(shop.create('swallowed'), TransactionEnded)
    shop.hooks.afterOrder = undefined
    assert.equal(await shop.exists('swallowed'), false)
  })

  it('refuses to write on after such an error inside tx(), instead of writing outside', async () => {
    await stockUp(shop.payload, 'poison', 1)
    await assert.rejects(
      shop.tx('poisoned', async (req) => {
        await shop.create('poisoned', req)
        await local(shop.payload)
          .findByID({ collection: 'orders', id: 'missing', req })
          .catch(() => {})
        await takeOne(shop.payload, 'poison', req)
      }),
      /"poisoned" is over \(rolled back\)/,
    )
    assert.equal(await stockOf(shop.payload, 'poison'), 1)
  })

  it('rolls back a function that never settles and lets the next one in', async () => {
    const stuck = shop.tx('stuck', async (req) => {
      await shop.create('stuck', req)
      await sleep(1300)
      await shop.create('stuck-too', req)
    })
    await assert.rejects(stuck, /"stuck" is over \(rolled back by force: it held the lock for 1000 ms\)/)
    assert.deepEqual([await shop.exists('stuck'), await shop.exists('stuck-too')], [false, false])
    shop.expectFree()
  })
})
