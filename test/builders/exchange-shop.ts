import { checkBooks } from '../../src/flows/earnings/check-books.ts'
import { type ExchangeInput, exchangePieces } from '../../src/flows/orders/exchange-pieces.ts'
import { shipOrder } from '../../src/flows/orders/ship-order.ts'
import { refundLines } from '../../src/flows/payments/refund-lines.ts'
import { newId } from '../../src/lib/ids.ts'
import { type BuiltProduct, product } from './catalogue.ts'
import { stockOf } from './counts.ts'
import { type BuiltOrder, deliver, type OrderLineParts, paidOrder, settledEvent } from './paid-order.ts'
import { creator, person } from './people.ts'
import { must } from './pieces.ts'
import { NOON, openWorld, type World } from './world.ts'

/** Milliseconds after the noon at which everything begins. */
export const later = (ms: number) => new Date(Date.parse(NOON) + ms)

/** A shop with goods of two kinds at 100.00 and one at 120.00, an order of two of the first, sent, and what is done with it (ATT-31). */
export class ExchangeShop {
  goods!: BuiltProduct
  order!: BuiltOrder
  readonly piece = newId()

  private constructor(
    readonly world: World,
    readonly finance: Awaited<ReturnType<typeof person>>,
    readonly fan: Awaited<ReturnType<typeof person>>,
    readonly kol: Awaited<ReturnType<typeof creator>>,
    readonly other: Awaited<ReturnType<typeof creator>>,
  ) {}

  static async open(): Promise<ExchangeShop> {
    const world = await openWorld()
    return new ExchangeShop(world, await person(world, ['fan', 'finance']), await person(world), await creator(world), await creator(world))
  }

  /** Before each test: goods and an order that no other test has seen. */
  async begin(): Promise<void> {
    this.world.clock.set(NOON)
    this.goods = await product(this.world, { prices: [10_000, 10_000, 12_000], stock: 5 })
    this.order = await this.sent({ quantity: 2 })
  }

  async sent(parts: Partial<OrderLineParts>, more: { userId?: string } = { userId: this.fan.userId }): Promise<BuiltOrder> {
    const credit = { creatorId: this.kol.creatorId, rateBps: 1_000, piece: this.piece }
    const lines = [{ product: this.goods, price: 10_000, credit, ...parts }]
    const built = await paidOrder(this.world, lines, { shipping: 1_000, ...more })
    must(await shipOrder(this.world.ctx, this.finance, { orderId: built.orderId, lines: [] }, newId()))
    return built
  }

  kind = (index: number): string => this.goods.variantIds[index]!

  /** For the dearer kind, unless it says otherwise. */
  exchange(more: Partial<ExchangeInput> = {}, key = newId()) {
    const { orderId, lineIds } = this.order
    const wanted = { orderId, lineId: lineIds[0]!, quantity: 1, seen: 0, variantId: this.kind(2), restock: true, ...more }
    return exchangePieces(this.world.ctx, this.finance, wanted, key)
  }

  offered = async (more: Partial<ExchangeInput> = {}) => must(await this.exchange(more)).offer!

  refund(quantity: number, orderId = this.order.orderId, lineId = this.order.lineIds[0]!) {
    const lines = [{ lineId, quantity, restock: true }]
    return refundLines(this.world.ctx, this.finance, { orderId, lines, reason: 'buyer_return' }, newId())
  }

  available = () => Promise.all(this.goods.variantIds.map(async (id) => (await stockOf(this.world, id)).available))

  /** The order that pays, in the shape that the builders have. */
  async paying(orderId: string): Promise<BuiltOrder> {
    const { payload } = this.world
    const { docs } = await payload.find({ collection: 'payments', where: { order: { equals: orderId } }, depth: 0 })
    const row = await payload.findByID({ collection: 'orders', id: orderId, depth: 0 })
    const { id: paymentId, reference } = docs[0]!
    return { orderId, paymentId, reference, total: row.total, lineIds: row.lines.map(({ id }) => String(id)), guestSecret: '' }
  }

  /** Offers an exchange and has it paid. */
  async paid(more: Partial<ExchangeInput> = {}): Promise<BuiltOrder> {
    const due = await this.paying((await this.offered(more)).orderId)
    const told = must(await deliver(this.world, settledEvent(due)))
    if (told.outcome !== 'paid') throw new Error(`The difference was not paid: ${told.outcome}`)
    return due
  }

  stateOf = async (id: string) => (await this.world.payload.findByID({ collection: 'orders', id, depth: 0 })).state

  entriesOf = async (...orders: string[]) => this.rows('ledger-entries', { order: { in: orders } })

  owed = async (creatorId: string, ...orders: string[]): Promise<number> =>
    (await this.entriesOf(...orders)).filter((entry) => entry.creator === creatorId).reduce((sum, { amount }) => sum + amount, 0)

  exchanges = () => this.rows('exchanges', { order: { equals: this.order.orderId } })

  refundsOf = (orderId: string) => this.rows('refunds', { order: { equals: orderId } })

  findings = async () => (await checkBooks(this.world.ctx)).findings

  private async rows<Slug extends 'ledger-entries' | 'exchanges' | 'refunds'>(collection: Slug, where: object) {
    return (await this.world.payload.find({ collection, where: where as never, pagination: false, depth: 0 })).docs
  }
}
