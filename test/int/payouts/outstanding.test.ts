import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideBonus, proposeBonus } from '../../../src/flows/bonuses/bonuses.ts'
import { linesOfCreator } from '../../../src/flows/earnings/creator-lines.ts'
import { holdByStaff } from '../../../src/flows/holds/hold-commission.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { lockRun } from '../../../src/flows/payouts/lock-run.ts'
import { payablePairs } from '../../../src/flows/payouts/payable-pairs.ts'
import { planRun } from '../../../src/flows/payouts/plan-run.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Result } from '../../../src/lib/result.ts'
import { orderDates } from '../../../src/modules/checkout/store/order-dates.ts'
import type { PayablePair } from '../../../src/modules/ledger/index.ts'
import { creatorsInBooks } from '../../../src/modules/ledger/store/creators.ts'
import { outstandingPairs } from '../../../src/modules/ledger/store/outstanding.ts'
import { entriesAfter } from '../../../src/modules/ledger/store.ts'
import { product } from '../../builders/catalogue.ts'
import { paidOrder } from '../../builders/paid-order.ts'
import { afterHold, earnedOrder, payee } from '../../builders/payouts.ts'
import { person } from '../../builders/people.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}

/** A request to the same database that does not know itself to be SQLite: everything goes through Payload. */
function throughPayload(req: PayloadRequest): PayloadRequest {
  const db = new Proxy(req.payload.db, {
    get: (target, key) => {
      if (key === 'name') return 'mongoose'
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return Object.create(req, { payload: { value: Object.create(req.payload, { db: { value: db } }), writable: true } })
}

/** Paid, refunded before and after payout, held, still waiting, a bonus, two creators on one order, and a test order. */
beforeAll(async () => {
  world = await openWorld()
  const goods = await product(world, { stock: 500 })
  const [anna, bea] = [await payee(world, '6222000011110001'), await payee(world, '6222000011110002')]
  const [first, second] = [await person(world, ['finance']), await person(world, ['finance'])]
  const refund = (order: { orderId: string; lineIds: string[] }) =>
    refundLines(
      world.ctx,
      first,
      { orderId: order.orderId, lines: [{ lineId: order.lineIds[0]!, quantity: 1, restock: true }], reason: 'back' },
      newId(),
    )
  const early = [await earnedOrder(world, anna, goods), await earnedOrder(world, anna, goods), await earnedOrder(world, bea, goods)]
  must(await refund(early[0]!))
  afterHold(world)
  const { total } = await planRun(await world.ctx.req(), world.clock.now())
  must(await lockRun(world.ctx, first, { expectedTotal: total }, newId()))
  must(await refund(early[2]!))
  const held = await earnedOrder(world, bea, goods)
  must(await holdByStaff(world.ctx, first, { creator: bea.creatorId, orderLine: held.lineIds[0]!, note: 'x' }, newId()))
  const ask = { kind: 'flat' as const, creator: anna.creatorId, amount: 30_000, cap: 50_000, proof: 'x' }
  const { bonusId } = must(await proposeBonus(world.ctx, first, ask, newId()))
  must(await decideBonus(world.ctx, second, { bonusId, grant: true }, newId()))
  await earnedOrder(world, anna, goods)
  afterHold(world)
  const line = (creatorId: string) => ({ product: goods, quantity: 1, price: 9_900, credit: { creatorId, rateBps: 1_000 } })
  await paidOrder(world, [line(anna.creatorId), line(bea.creatorId)])
  await earnedOrder(world, bea, goods)
})
afterAll(() => world.close())

/** What a run may pay, the long way round: the states of every creator's lines. */
async function payableOfLines(req: PayloadRequest, now: Date): Promise<PayablePair[]> {
  const pairs: PayablePair[] = []
  for (const creator of await creatorsInBooks(req))
    for (const { orderLine, order, piece, state, test, currency } of await linesOfCreator(req, creator, now)) {
      if (test || currency !== 'CNY' || !(state.outstanding < 0 || state.state === 'payable')) continue
      const about = { creator, orderLine, order, pieceKind: piece?.kind ?? null, piece: piece?.id ?? null }
      pairs.push({ ...about, amount: state.outstanding, since: state.payable?.at ?? new Date(0) })
    }
  return pairs
}

describe('what a run may pay', () => {
  it('ATT-25, ATT-33 summed by the database is what the states of every line say, now and on any later day', async () => {
    const req = await world.ctx.req()
    const seen = []
    for (const days of [0, 3, 15, 60]) {
      const now = new Date(world.clock.now().getTime() + days * 86_400_000)
      const pairs = await payablePairs(req, { currency: 'CNY', now })
      expect(pairs).toEqual(await payableOfLines(req, now))
      seen.push(pairs.length)
    }
    // A clawback, a bonus and an order at first; the last order when its hold is over; what was never received and what is held never.
    expect(seen).toEqual([3, 3, 4, 4])
  })

  it('is the same through Payload, in a transaction too, and sees what the transaction wrote', async () => {
    const req = await world.ctx.req()
    expect(await outstandingPairs(throughPayload(req))).toEqual(await outstandingPairs(req))
    await world.ctx.tx('look', async (inner) => {
      const own = await outstandingPairs(inner)
      expect(await outstandingPairs(throughPayload(inner))).toEqual(own)
      const orders = own.flatMap(({ order }) => order ?? [])
      expect(await orderDates(throughPayload(inner), orders)).toEqual(await orderDates(inner, orders))
      const [entry] = await entriesAfter(inner, 0, 1)
      const data = { ...entry!, id: newId(), key: `extra:${newId()}`, sequence: 1_000_000, account: `creator:${own[0]!.creator}:payable` }
      const more = { creator: own[0]!.creator, orderLine: own[0]!.orderLine, amount: 7, kind: 'adjust' as const }
      await inner.payload.db.create({ collection: 'ledger-entries', data: { ...data, ...more }, returning: false, req: inner })
      expect((await outstandingPairs(inner))[0]!.amount).toBe(own[0]!.amount + 7)
    })
  })
})
