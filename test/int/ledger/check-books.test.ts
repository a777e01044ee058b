import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { EntryDraft } from '../../../src/modules/ledger/index.ts'
import { appendEntries } from '../../../src/modules/ledger/store.ts'
import { touchRecord } from '../../../src/modules/touches/index.ts'
import { product } from '../../builders/catalogue.ts'
import { awaitingOrder, type BuiltOrder, paidOrder } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let paid: BuiltOrder
let waiting: BuiltOrder
let kol: Awaited<ReturnType<typeof creator>>
let variant: string
const piece = newId()
const none = undefined as never

beforeAll(async () => {
  world = await openWorld()
  kol = await creator(world)
  const goods = await product(world, { stock: 50 })
  variant = goods.variantIds[0]!
  const credit = { creatorId: kol.creatorId, rateBps: 800, piece }
  paid = await paidOrder(world, [{ product: goods, quantity: 3, credit }])
  waiting = await awaitingOrder(world, [{ product: goods, credit }])
  const lines = [{ lineId: paid.lineIds[0]!, quantity: 1, restock: true }]
  const refunded = await refundLines(
    world.ctx,
    await person(world, ['finance']),
    { orderId: paid.orderId, lines, reason: 'buyer_return' },
    newId(),
  )
  expect(refunded.ok).toBe(true)
})
afterAll(() => world.close())

const findings = async () => (await checkBooks(world.ctx)).findings.map(({ code }) => code)

const set = (
  collection: 'orders' | 'payments' | 'refunds' | 'stock-levels' | 'piece-stats',
  where: Record<string, unknown>,
  data: Record<string, unknown>,
) => world.payload.db.updateOne({ collection, where: where as never, data, options: { atomic: true }, req: none })

/** Breaks something, expects exactly these findings, mends it, and expects none. */
async function broken(damage: () => Promise<unknown>, mend: () => Promise<unknown>, codes: string[]) {
  await damage()
  expect([...new Set(await findings())].sort()).toEqual(codes)
  await mend()
  expect(await findings()).toEqual([])
}

describe('the proof of the books', () => {
  it('finds nothing in a shop that sold and refunded, and says what it looked at', async () => {
    expect(await checkBooks(world.ctx)).toEqual({
      findings: [],
      figures: { orders: 2, paidOrders: 1, entries: 4, seals: 0, payouts: 0, variants: 1, pieces: 1 },
    })
  })

  it('finds a stock level that its movements do not explain', () =>
    broken(
      () => set('stock-levels', { id: { equals: variant } }, { available: { $inc: 1 } }),
      () => set('stock-levels', { id: { equals: variant } }, { available: { $inc: -1 } }),
      ['stock_differs'],
    ))

  it('finds an order that calls itself paid without money, goods or accrual', () =>
    broken(
      () => set('orders', { id: { equals: waiting.orderId } }, { state: 'paid' }),
      () => set('orders', { id: { equals: waiting.orderId } }, { state: 'awaiting_payment' }),
      ['order_stock', 'payment_differs', 'stats_differ', 'wrong_accrual'],
    ))

  it('finds a payment of another amount, and a settled one of an order that was not paid', async () => {
    const id = { id: { equals: paid.paymentId } }
    await broken(
      () => set('payments', id, { amount: { $inc: -1 } }),
      () => set('payments', id, { amount: { $inc: 1 } }),
      ['payment_differs'],
    )
    const other = { id: { equals: waiting.paymentId } }
    await broken(
      () => set('payments', other, { state: 'settled' }),
      () => set('payments', other, { state: 'pending' }),
      ['payment_differs'],
    )
  })

  it('finds a refund that is more than its parts, and one whose commission was not taken back', async () => {
    const own = { order: { equals: paid.orderId } }
    await broken(
      () => set('refunds', own, { amount: { $inc: 5 } }),
      () => set('refunds', own, { amount: { $inc: -5 } }),
      ['refund_exceeds'],
    )
    await broken(
      () => set('refunds', own, { state: 'failed' }),
      () => set('refunds', own, { state: 'settled' }),
      ['order_stock', 'wrong_reversal'],
    )
  })

  it('finds counters of a piece that differ from the books', () =>
    broken(
      () => set('piece-stats', { piece: { equals: piece } }, { commission: { $inc: 1 } }),
      () => set('piece-stats', { piece: { equals: piece } }, { commission: { $inc: -1 } }),
      ['stats_differ'],
    ))

  it('finds clicks that no touch explains, and touches that were not counted', async () => {
    const read = newId()
    const at = world.clock.now().getTime()
    await world.ctx.touches.journal.append(touchRecord({ id: newId(), kind: 'click', at, piece: read, creator: kol.creatorId }))
    await world.ctx.touches.drain()
    expect(await findings()).toEqual([])
    const row = { piece: { equals: read } }
    await broken(
      () => set('piece-stats', row, { clicks: { $inc: 1 } }),
      () => set('piece-stats', row, { clicks: { $inc: -1 } }),
      ['stats_differ'],
    )
    await broken(
      () => set('piece-stats', row, { piece: 'another' }),
      () => set('piece-stats', { piece: { equals: 'another' } }, { piece: read }),
      ['stats_differ'],
    )
  })

  it('finds, last because nothing takes them away again, entries that do not balance or belong nowhere', async () => {
    const entry: EntryDraft = {
      key: `made-up:${newId()}`,
      transaction: 'made-up',
      account: `creator:${kol.creatorId}:payable`,
      creator: kol.creatorId,
      kind: 'accrue',
      amount: 1,
      currency: 'CNY',
      sourceKind: 'order_line',
      sourceId: 'nowhere',
      order: paid.orderId,
      orderLine: paid.lineIds[0]!,
      pieceKind: null,
      piece: null,
      rate: null,
      reason: null,
    }
    await world.ctx.tx('spoil the books', (req) => appendEntries(req, [entry], { at: world.clock.now(), test: false }))
    expect(await findings()).toEqual(expect.arrayContaining(['unbalanced', 'double_accrual', 'wrong_accrual']))
    await world.ctx.tx('spoil the books', (req) =>
      appendEntries(req, [{ ...entry, key: `made-up:${newId()}`, orderLine: 'nowhere' }], { at: world.clock.now(), test: false }),
    )
    expect(await findings()).toContain('unknown_line')
  })

  it('tells it on the command line beside a shop that runs, by its exit code', ({ skip }) => {
    skip(process.env.TEST_DATABASE === 'mongodb', 'only on SQLite: a test world of MongoDB has a database of its own that no address names')
    const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/ledger-check.ts'], {
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: world.dir, ENV_FILE: '0' },
    })
    expect(run.stdout).toContain('2 orders (1 paid), 6 ledger entries')
    expect(run.stderr).toContain('double_accrual')
    expect(run.status).toBe(1)
    const nothing = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/ledger-check.ts'], {
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: `${world.dir}/nowhere`, ENV_FILE: '0' },
    })
    expect(nothing.status).toBe(78)
  })
})
