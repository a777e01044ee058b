import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ForcedCommitFailure, ForgottenReq, isDuplicateKey, TransactionEnded } from '../../../src/database/index.ts'
import { newId } from '../../../src/lib/ids.ts'
import { lanes, whyNoMongo } from './lane.ts'
import { type AnyShop, countOf, local, orderData, placeOrder, SoldOut, stockOf, stockUp, takeOne } from './shop.ts'

/** What both databases have to do alike: the same file runs on SQLite and, where a server is given, on MongoDB. */
it('names why a database was not tried', ({ skip }) => {
  skip(whyNoMongo !== undefined && !process.env.TEST_DATABASE, whyNoMongo)
  expect(lanes.length).toBeGreaterThan(0)
})

describe.each(lanes)('on $kind', (lane) => {
  let shop: AnyShop
  beforeAll(async () => {
    shop = await lane.open()
  })
  afterAll(() => shop.close())

  const create = (number: string, req?: unknown) => local(shop.payload).create({ collection: 'orders', data: orderData(number, 'a'), req })
  const exists = async (number: string, req?: unknown): Promise<boolean> =>
    (await local(shop.payload).find({ collection: 'orders', req, where: { number: { equals: number } } })).totalDocs === 1

  it('shows a transaction its own writes, and to others only what is committed', async () => {
    await shop.tx('own writes', async (req) => {
      await create('own', req)
      expect(await exists('own', req)).toBe(true)
      expect(await exists('own')).toBe(false)
    })
    expect(await exists('own')).toBe(true)
  })

  it('undoes everything when the function rejects, and hands its error on', async () => {
    const boom = new Error('boom')
    const failing = shop.tx('boom', async (req) => {
      await create('boom', req)
      throw boom
    })
    await expect(failing).rejects.toBe(boom)
    expect(await exists('boom')).toBe(false)
  })

  it('joins inner transactions, and commits nothing when one of them failed and was swallowed', async () => {
    await shop.tx('outer', (outer) =>
      shop.tx('inner', async (inner) => {
        expect(inner.transactionID).toBe(outer.transactionID)
        await create('nested', inner)
      }),
    )
    expect(await exists('nested')).toBe(true)
    const swallowing = shop.tx('outer', async (req) => {
      await create('half', req)
      await shop
        .tx('inner', async () => {
          throw new Error('no')
        })
        .catch(() => {})
    })
    await expect(swallowing).rejects.toThrow(/"inner" failed inside it: Error: no/)
    expect(await exists('half')).toBe(false)
  })

  it('joins the transaction of a Payload operation by its req and undoes it when the hook swallows a failure', async () => {
    const hooks = shop.payload.collections.orders!.config.hooks
    hooks.afterChange.push(async ({ doc, req }) => {
      if (doc.number !== 'hooked') return
      await shop.tx('in a hook', (same) => takeOne(shop.payload, 'nothing', same), { req }).catch(() => {})
    })
    await expect(create('hooked')).rejects.toThrow(TransactionEnded)
    hooks.afterChange.pop()
    expect(await exists('hooked')).toBe(false)
  })

  it('names a write that forgot its req', async () => {
    const forgotten = shop.tx('place order 7', () => takeOne(shop.payload, 'x'))
    await expect(forgotten).rejects.toSatisfy((error: Error) => [error.name, (error.cause as Error)?.name].includes(ForgottenReq.name))
    await expect(shop.tx('place order 8', () => create('x'))).rejects.toThrow(/place order 8/)
    expect(await exists('x')).toBe(false)
  })

  it('refuses to go on after an error that Payload rolled back and somebody swallowed', async () => {
    const poisoned = shop.tx('poisoned', async (req) => {
      await create('poisoned', req)
      await local(shop.payload)
        .findByID({ collection: 'orders', id: newId(), req })
        .catch(() => {})
      await create('poisoned too', req)
    })
    await expect(poisoned).rejects.toThrow(/"poisoned" is over/)
    expect([await exists('poisoned'), await exists('poisoned too')]).toEqual([false, false])
  })

  it('queues jobs that exist if and only if the transaction committed', async () => {
    const queue = (req: unknown) => local(shop.payload).jobs.queue({ input: { to: 'a' }, req, task: 'mail' })
    const undone = shop.tx('undone job', async (req) => {
      await queue(req)
      throw new Error('undo')
    })
    await expect(undone).rejects.toThrow('undo')
    expect(await countOf(shop.payload, 'payload-jobs')).toBe(0)
    await shop.tx('kept job', queue)
    expect(await countOf(shop.payload, 'payload-jobs')).toBe(1)
  })

  it('throws when COMMIT fails, leaves nothing, and goes on with the next one', async () => {
    shop.faults.failCommit = 'bad commit'
    const failing = shop.tx('bad commit', (req) => create('bad commit', req))
    await expect(failing).rejects.toSatisfy((error: Error) =>
      lane.kind === 'sqlite' ? /FOREIGN KEY/.test(`${error} ${error.cause}`) : error.name === ForcedCommitFailure.name,
    )
    await shop.tx('another', (req) => create('after bad commit', req))
    shop.faults.failCommit = undefined
    expect([await exists('bad commit'), await exists('after bad commit')]).toEqual([false, true])
    await shop.tx('bad commit', (req) => create('good commit', req))
    expect(await exists('good commit')).toBe(true)
  })

  it('does not commit half of what a Promise.all wrote', async () => {
    const before = await countOf(shop.payload, 'orders')
    const parallel = shop.tx('parallel', (req) =>
      Promise.all([
        create('p1', req),
        local(shop.payload).create({ collection: 'orders', data: { ...orderData('p2', 'a'), lines: [{ quantity: 1 }] }, req }),
      ]),
    )
    await expect(parallel).rejects.toThrow()
    expect(await countOf(shop.payload, 'orders')).toBe(before)
  })

  it('sells exactly 50 of 50 to 200 at once', { timeout: 120_000 }, async () => {
    const busy = await lane.open()
    await stockUp(busy.payload, 'fifty', 50)
    const outcomes = await Promise.allSettled(Array.from({ length: 200 }, (_, n) => placeOrder(busy, `${n}`, 'fifty')))
    const unexpected = outcomes.filter((outcome) => outcome.status === 'rejected' && !(outcome.reason instanceof SoldOut))
    expect(unexpected).toEqual([])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(50)
    expect([await stockOf(busy.payload, 'fifty'), await countOf(busy.payload, 'orders')]).toEqual([0, 50])
    await busy.close()
  })
})

describe.each(lanes)('a duplicate key on $kind', (lane) => {
  let shop: AnyShop
  beforeAll(async () => {
    shop = await lane.open()
    await stockUp(shop.payload, 'taken', 1)
  })
  afterAll(() => shop.close())

  const caught = (doing: Promise<unknown>) =>
    doing.then(
      () => undefined,
      (error: unknown) => error,
    )

  const again = { sku: 'taken', stock: 2 }
  const attempts: [string, () => Promise<unknown>][] = [
    ['payload.create', () => local(shop.payload).create({ collection: 'stock-levels', data: again })],
    ['payload.db.create', () => shop.payload.db.create({ collection: 'stock-levels', data: { id: newId(), ...again } })],
    ['tx', () => shop.tx('again', (req) => shop.payload.db.create({ collection: 'stock-levels', data: { id: newId(), ...again }, req }))],
    [
      'an update',
      async () => {
        await stockUp(shop.payload, `other-${newId()}`, 1)
        await shop.payload.db.updateOne({ collection: 'stock-levels', data: { sku: 'taken' }, where: { sku: { not_equals: 'taken' } } })
      },
    ],
    [
      'an id that exists',
      async () => {
        const { docs } = await local(shop.payload).find({ collection: 'stock-levels', limit: 1 })
        await shop.payload.db.create({ collection: 'stock-levels', data: { id: docs[0].id, sku: newId(), stock: 1 } })
      },
    ],
  ]
  it.each(attempts)('is recognised from %s', async (_name, attempt) => {
    expect(isDuplicateKey(await caught(attempt()))).toBe(true)
  })

  it('is not seen in a field that is missing, nor in a missing document', async () => {
    const invalid = await caught(local(shop.payload).create({ collection: 'stock-levels', data: { stock: 1 } }))
    expect(invalid).toBeInstanceOf(Error)
    expect(isDuplicateKey(invalid)).toBe(false)
    const missing = await caught(local(shop.payload).findByID({ collection: 'orders', id: newId() }))
    expect(missing).toBeInstanceOf(Error)
    expect(isDuplicateKey(missing)).toBe(false)
  })
})

describe.each(lanes)('TX_RUN_TWICE on $kind', (lane) => {
  it('runs every function twice and keeps nothing of the first run', async () => {
    const shop = await lane.open({ runTwice: true })
    await stockUp(shop.payload, 'twice', 10)
    const seen: { orders: number; stock: number }[] = []
    const ids: unknown[] = []
    await shop.tx('twice', async (req) => {
      ids.push(req.transactionID)
      const [level] = (await local(shop.payload).find({ collection: 'stock-levels', req })).docs
      seen.push({ orders: await countOf(shop.payload, 'orders', req), stock: level.stock })
      await local(shop.payload).create({ collection: 'orders', data: orderData('twice', 'twice'), req })
      await takeOne(shop.payload, 'twice', req)
    })
    expect(seen).toEqual([
      { orders: 0, stock: 10 },
      { orders: 0, stock: 10 },
    ])
    expect(new Set(ids).size).toBe(2)
    expect([await countOf(shop.payload, 'orders'), await stockOf(shop.payload, 'twice')]).toEqual([1, 9])
    await shop.close()
  })

  it('throws what the first run throws, and keeps nothing', async () => {
    const shop = await lane.open({ runTwice: true })
    let runs = 0
    const failing = shop.tx('fails', async (req) => {
      runs += 1
      await local(shop.payload).create({ collection: 'orders', data: orderData('fails', 'a'), req })
      throw new SoldOut('a')
    })
    await expect(failing).rejects.toThrow(SoldOut)
    expect([runs, await countOf(shop.payload, 'orders')]).toEqual([1, 0])
    await shop.close()
  })
})
