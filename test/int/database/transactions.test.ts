import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { ForgottenReq, WriteLockTimeout } from '../../../src/database/index.ts'
import { type HookedShop, openHookedShop } from './hooked-shop.ts'
import { countOf, local, SoldOut, takeOne } from './shop.ts'

let shop: HookedShop
beforeAll(async () => {
  shop = await openHookedShop()
})
afterAll(() => shop.close())

describe('what a transaction sees', () => {
  it('shows its own writes to itself and to nobody else until it commits', async () => {
    await shop.tx('own writes', async (req) => {
      await shop.create('own', req)
      assert.equal(await shop.exists('own', req), true)
      assert.equal(await shop.exists('own'), false)
    })
    assert.equal(await shop.exists('own'), true)
  })
})

describe('nesting', () => {
  it('joins the outer transaction', async () => {
    const seen = await shop.tx('outer', (outer) =>
      shop.tx('inner', async (inner) => {
        await shop.create('nested', inner)
        return inner.transactionID === outer.transactionID
      }),
    )
    assert.equal(seen, true)
    assert.equal(await shop.exists('nested'), true)
  })

  it('keeps the outer one from committing when an inner failure is swallowed', async () => {
    await assert.rejects(
      shop.tx('outer', async (req) => {
        await shop.create('half', req)
        await shop
          .tx('inner', async () => {
            throw new Error('no')
          })
          .catch(() => {})
      }),
      /"inner" failed inside it: Error: no/,
    )
    assert.equal(await shop.exists('half'), false)
  })

  it('joins the transaction of a Payload operation by its req', async () => {
    shop.hooks.afterOrder = ({ req }) => shop.tx('in a hook', (same) => takeOne(shop.payload, 'nothing', same), { req })
    await assert.rejects(shop.create('hooked'), SoldOut)
    shop.hooks.afterOrder = undefined
    assert.equal(await shop.exists('hooked'), false)
    shop.expectFree()
  })
})

describe('a forgotten req', () => {
  it('is named at once inside tx()', async () => {
    const forgotten = shop.tx('place order 7', () => takeOne(shop.payload, 'x'))
    await assert.rejects(forgotten, (error: Error) => {
      const told = error.cause ?? error
      return told instanceof ForgottenReq && /update "stock_levels".*place order 7/.test(told.message)
    })
    await assert.rejects(
      shop.tx('place order 8', () => shop.create('x')),
      /place order 8/,
    )
    shop.expectFree()
  })

  it('is named within the time limit inside a Payload operation', async () => {
    shop.hooks.afterOrder = () => takeOne(shop.payload, 'x')
    await assert.rejects(shop.create('hook-forgot'), (error: Error) => {
      const told = error.cause ?? error
      return told instanceof WriteLockTimeout && /update "stock_levels".*"transaction by payload create/.test(told.message)
    })
    shop.hooks.afterOrder = undefined
    shop.expectFree()
  })
})

describe('jobs', () => {
  it('are refused inside tx() when the bookkeeping of a running job would open a second transaction', async () => {
    await assert.rejects(
      shop.tx('runs jobs', () => shop.payload.jobs.run({ silent: true })),
      ForgottenReq,
    )
    shop.expectFree()
  })

  const queue = (req: unknown) => local(shop.payload).jobs.queue({ input: { to: 'a' }, req, task: 'mail' })

  it('exist if and only if the transaction committed', async () => {
    await assert.rejects(
      shop.tx('undone job', async (req) => {
        await queue(req)
        assert.equal(await countOf(shop.payload, 'payload-jobs', req), 1)
        throw new Error('undo')
      }),
      /undo/,
    )
    assert.equal(await countOf(shop.payload, 'payload-jobs'), 0)
    await shop.tx('kept job', queue)
    assert.equal(await countOf(shop.payload, 'payload-jobs'), 1)
    await shop.payload.jobs.run({ silent: true })
    const { docs } = await local(shop.payload).find({ collection: 'payload-jobs' })
    assert.deepEqual(
      docs.map((job: { completedAt?: string }) => Boolean(job.completedAt)),
      [],
    )
    shop.expectFree()
  })

  it('do not keep the lock when their bookkeeping fails', async () => {
    await shop.tx('job', queue)
    const broken = local(shop.payload).db.updateJobs({
      data: { nonsense: { $inc: 'x' } },
      req: { transactionID: await shop.payload.db.beginTransaction() },
      where: { nowhere: { equals: 1 } },
    })
    await assert.rejects(broken)
    shop.expectFree()
  })
})
