import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { collections, countOf, local, openShop, orderData, type Shop, told } from './shop.ts'

/** What Payload itself does with transactions, pinned so that an upgrade that changes it is noticed. */
let shop: Shop

beforeAll(async () => {
  const list = collections()
  list[1]!.hooks = {
    beforeChange: [
      ({ data }) => {
        if (data.number === 'refuse') throw new Error('refused')
      },
    ],
  }
  shop = await openShop({
    collections: [
      ...list,
      { slug: 'fans', auth: { forgotPassword: { minRequestInterval: 0 }, maxLoginAttempts: 3 }, fields: [] },
      { slug: 'editors', auth: true, fields: [] },
    ],
    lockWaitMs: 400,
  })
  for (const collection of ['fans', 'editors']) {
    await local(shop.payload).create({ collection, data: { email: 'a@example.org', password: 'right' } })
  }
})
afterAll(() => shop.close())

const login = (password: string) => local(shop.payload).login({ collection: 'fans', data: { email: 'a@example.org', password } })
const forgot = (collection: string) => local(shop.payload).forgotPassword({ collection, data: { email: 'a@example.org' } })

describe('Payload on these transactions', () => {
  it('logs in, counts wrong passwords and locks', async () => {
    await login('right')
    await assert.rejects(login('wrong'), /email or password/)
    for (let n = 0; n < 3; n++) await login('wrong').catch(() => {})
    await assert.rejects(login('right'), /locked/)
    assert.equal(shop.adapter.writeLock().holder, undefined)
  })

  it('resets passwords, although it writes outside its own transaction on the way', async () => {
    assert.ok(await forgot('editors'))
    assert.ok(await forgot('fans'))
  })

  it('does not hold the lock before its first write', async () => {
    let release!: () => void
    const gate = new Promise<void>((resolve) => (release = resolve))
    const { beforeChange } = shop.payload.collections.orders!.config.hooks
    beforeChange.push(async ({ data }) => (data.number === 'slow' ? void (await gate) : undefined))
    const slow = local(shop.payload).create({ collection: 'orders', data: orderData('slow', 'a') })
    await local(shop.payload).create({ collection: 'orders', data: orderData('quick', 'a') })
    release()
    await slow
    beforeChange.pop()
  })

  it('keeps the other documents of a bulk update when one fails, and says so only in `errors`', async () => {
    for (const number of ['1', '2', '3']) await local(shop.payload).create({ collection: 'orders', data: orderData(number, 'a') })
    let n = 0
    shop.payload.collections.orders!.config.hooks.beforeChange = [
      () => {
        if (++n === 2) throw new Error('refused')
      },
    ]
    const result = await local(shop.payload).update({
      collection: 'orders',
      data: { status: 'x' },
      where: { number: { in: ['1', '2', '3'] } },
    })
    shop.payload.collections.orders!.config.hooks.beforeChange = []
    assert.deepEqual([result.docs.length, result.errors.length], [2, 1])
    const { totalDocs } = await local(shop.payload).find({ collection: 'orders', where: { status: { equals: 'x' } } })
    assert.equal(totalDocs, 2)
  })

  it('writes its key-value store outside every transaction', async () => {
    await shop.payload.kv.set('a', { b: 1 })
    await assert.rejects(
      shop.tx('kv', () => shop.payload.kv.set('a', { b: 2 })),
      (error: unknown) => /ForgottenReq/.test(told(error)),
    )
    assert.deepEqual(await shop.payload.kv.get('a'), { b: 1 })
  })

  it('runs operations at once on one req as one transaction, which the first failure ends', async () => {
    const before = await countOf(shop.payload, 'orders')
    await assert.rejects(
      shop.tx('parallel', async (req) => {
        const create = (number: string, data: object = orderData(number, 'a')) =>
          local(shop.payload).create({ collection: 'orders', data, req })
        await Promise.all([create('p1'), create('p2', { ...orderData('p2', 'a'), lines: [{ quantity: 1 }] }), create('p3')])
      }),
    )
    assert.equal(await countOf(shop.payload, 'orders'), before)
    assert.equal(shop.adapter.writeLock().holder, undefined)
  })
})
