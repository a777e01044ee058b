import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileClaim } from '../../../src/flows/claims/file-claim.ts'
import { newId } from '../../../src/lib/ids.ts'
import { product } from '../../builders/catalogue.ts'
import { type BuiltOrder, paidOrder } from '../../builders/paid-order.ts'
import { type Kol, payee } from '../../builders/payouts.ts'
import { must } from '../../builders/pieces.ts'
import { everything, expectRefused, type House, openHouse, type Told, type Who } from './house.ts'

/** What happens after a sale, and what a creator is paid: doors that a stranger tries with real ids. */

let house: House
let paid: BuiltOrder
let owner: Kol
let claim: string
const account = '6222020200112233445'

beforeAll(async () => {
  house = await openHouse()
  const { world, people } = house
  owner = await payee(world, account)
  const goods = await product(world, { prices: [10_000], stock: 50 })
  const credit = { creatorId: owner.creatorId, rateBps: 800 }
  paid = await paidOrder(world, [{ product: goods, quantity: 2, credit }], { userId: people.fan.userId })
  claim = must(await fileClaim(world.ctx, owner, { number: 'ZC-0000', words: '我的粉丝下了单' }, newId())).id
})
afterAll(() => house.close())

async function changesNothing(work: () => Promise<void>): Promise<void> {
  const [before, faults] = [await everything(house.world), house.faults().length]
  await work()
  expect(house.faults().slice(faults)).toEqual([])
  expect(await everything(house.world)).toEqual(before)
}

const post = (path: string, body: unknown, as: Who): Promise<Told> =>
  house.ask('POST', path, { as, body, headers: { 'idempotency-key': newId() } })

describe('another person’s order after its sale', () => {
  it.each(['nobody', 'creator', 'editor'] as const)(
    'is not to be asked back, received or taken by %s, with or without a guessed key',
    async (as) => {
      const ask = { lines: [{ lineId: paid.lineIds[0], quantity: 1 }], reason: 'no_reason', words: 'x', pictures: [] }
      await changesNothing(async () => {
        for (const secret of [undefined, '', 'x', paid.orderId, 'A'.repeat(43)]) {
          const key = secret === undefined ? {} : { secret }
          expectRefused(await post(`/v1/orders/${paid.orderId}/refund-requests`, { ...ask, ...key }, as), `ask ${secret}`)
          expectRefused(await post(`/v1/orders/${paid.orderId}/refund-requests/${newId()}/withdraw`, key, as), `withdraw ${secret}`)
          expectRefused(await post(`/v1/orders/${paid.orderId}/receive`, key, as), `receive ${secret}`)
          expectRefused(await post(`/v1/orders/${paid.orderId}/cancel`, key, as), `cancel ${secret}`)
        }
      })
    },
  )

  it('a buyer decides nothing that staff decides about his own', async () => {
    await changesNothing(async () => {
      for (const path of [
        `/v1/orders/${paid.orderId}/refunds`,
        `/v1/orders/${paid.orderId}/shipments`,
        `/v1/orders/${paid.orderId}/shop-cancel`,
        `/v1/refund-requests/${newId()}/approve`,
        `/v1/shipments/${newId()}/deliver`,
        '/v1/bonuses',
        '/v1/holds',
        '/v1/payout-runs',
        '/v1/coupons',
      ])
        expect((await post(path, {}, 'fan')).status, path).toBe(403)
    })
  })
})

describe('what a creator is paid', () => {
  it('is shown to no other: no account, payout, statement, earning or claim of hers', async () => {
    await changesNothing(async () => {
      for (const path of [
        '/v1/me/payout-account',
        '/v1/me/payouts',
        '/v1/me/earnings',
        '/v1/me/claims',
        '/v1/me/statement.csv?month=2026-11',
      ]) {
        for (const as of ['creator', 'fan', 'editor'] as const) {
          const told = await house.ask('GET', path, { as })
          for (const secret of [owner.creatorId, paid.orderId, paid.lineIds[0]!, claim, account])
            expect(told.text, `${path} as ${as}`).not.toContain(secret)
        }
        expect((await house.ask('GET', path, { as: 'nobody' })).status, path).toBe(401)
      }
      for (const [as, status] of [
        ['creator', 404],
        ['fan', 404],
        ['editor', 404],
        ['nobody', 401],
      ] as const)
        expect((await post(`/v1/me/claims/${claim}/ask`, {}, as)).status, as).toBe(status)
    })
  })

  it('lies nowhere in the database as it was typed, nor in the log', async () => {
    expect(JSON.stringify(await everything(house.world))).not.toContain(account)
    expect(house.logged()).not.toContain(account)
  })
})
