import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { endPayout } from '../../../src/flows/payouts/end-payout.ts'
import { type LockedRun, lockRun } from '../../../src/flows/payouts/lock-run.ts'
import { planRun } from '../../../src/flows/payouts/plan-run.ts'
import { sendRun } from '../../../src/flows/payouts/send-run.ts'
import type { Actor } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Result } from '../../../src/lib/result.ts'
import { balanceOf, payableTo, payoutsBank, payoutsInTransit, taxWithheld } from '../../../src/modules/ledger/index.ts'
import { payoutsOfCreator } from '../../../src/modules/ledger/store/payouts.ts'
import { entriesAfter } from '../../../src/modules/ledger/store.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { afterHold, earnedAmount, earnedOrder, type Kol, payee } from '../../builders/payouts.ts'
import { person } from '../../builders/people.ts'
import { atOnce, codeOf, raced } from '../../builders/race.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let goods: BuiltProduct
let kol: Kol
let first: Actor & { userId: string }
let second: Actor & { userId: string }

beforeEach(async () => {
  world = await openWorld()
  goods = await product(world, { stock: 500 })
  kol = await payee(world)
  first = await person(world, ['finance'])
  second = await person(world, ['finance'])
})
afterEach(() => world.close())

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}
const plan = async () => planRun(await world.ctx.req(), world.clock.now())
const lock = async (who: Actor = first, creators?: string[]): Promise<Result<LockedRun>> =>
  lockRun(world.ctx, who, { expectedTotal: (await plan()).total, creators }, newId())
const lockAll = async () => must(await lock())
const send = (runId: string, who: Actor = first) => sendRun(world.ctx, who, { runId }, newId())
const entries = async () => entriesAfter(await world.ctx.req(), 0, 10_000)
const on = async (account: string) => balanceOf(await entries(), account).get('CNY') ?? 0
const balances = async () => ({
  owed: await on(payableTo(kol.creatorId)),
  transit: await on(payoutsInTransit),
  bank: await on(payoutsBank),
  tax: await on(taxWithheld),
})
const balanced = async () => expect((await checkBooks(world.ctx)).findings).toEqual([])
const payoutOf = async (who: Kol = kol) => (await payoutsOfCreator(await world.ctx.req(), who.creatorId)).at(-1)!
const refund = (order: { orderId: string; lineIds: string[] }) =>
  refundLines(
    world.ctx,
    first,
    { orderId: order.orderId, lines: [{ lineId: order.lineIds[0]!, quantity: 1, restock: true }], reason: 'back' },
    newId(),
  )

describe('races', () => {
  it('ATT-33 two runs at once pay everybody once', raced(), async () => {
    const others: Kol[] = []
    for (const end of ['1', '2', '3']) others.push(await payee(world, `62220000111100${end}`))
    for (const one of [kol, ...others]) for (let count = 0; count < 3; count++) await earnedOrder(world, one, goods)
    afterHold(world)
    const { total } = await plan()
    const starts = [first, second, first, second].map((who) => () => lockRun(world.ctx, who, { expectedTotal: total }, newId()))
    const runs = await atOnce('payout runs of the same four creators', starts, codeOf)
    const locked = runs.flatMap((run) => (run.ok ? [run.value] : []))
    expect(locked).toMatchObject([{ total: 12 * earnedAmount, count: 4 }])
    expect(await on(payoutsInTransit)).toBe(12 * earnedAmount)
    await balanced()
  })

  it('ATT-29 refunds and a run at once: whichever comes first, what is paid and what is owed is what was earned', raced(), async () => {
    const orders = []
    for (let count = 0; count < 6; count++) orders.push(await earnedOrder(world, kol, goods))
    afterHold(world)
    const { total } = await plan()
    const locking = async () => ({ what: 'run', result: await lockRun(world.ctx, first, { expectedTotal: total }, newId()) }) as const
    const refunding = orders.slice(0, 3).map((order) => async () => ({ what: 'refund', result: await refund(order) }) as const)
    const named = ({ what, result }: Awaited<ReturnType<typeof locking | (typeof refunding)[number]>>) => `${what} ${codeOf(result)}`
    const outcomes = await atOnce('refunds and a run', [locking, ...refunding], named)
    const runs = outcomes.flatMap((one) => (one.what === 'run' ? [one.result] : []))
    for (const one of outcomes) if (one.what === 'refund') must(one.result)
    const { owed, transit } = await balances()
    expect(owed + transit).toBe(3 * earnedAmount)
    for (const run of runs) if (run.ok) expect(transit).toBe(run.value.total)
    await balanced()
  })

  it('ATT-33 the outcome of a payout told five times at once is written once', raced(), async () => {
    await earnedOrder(world, kol, goods)
    afterHold(world)
    must(await send((await lockAll()).runId))
    const { id } = await payoutOf()
    const told = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        endPayout(
          world.ctx,
          second,
          index % 2 ? { payoutId: id, outcome: 'confirm' } : { payoutId: id, outcome: 'fail', reason: 'x' },
          newId(),
        ),
      ),
    )
    expect(told.some(({ ok }) => ok)).toBe(true)
    await balanced()
  })
})
