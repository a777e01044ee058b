import type { PayloadRequest } from 'payload'
import { idOf, newId } from '../../lib/ids.ts'
import { heldOf } from '../../modules/checkout/index.ts'
import {
  type ExchangeOfferRow,
  type ExchangeRow,
  exchangesOfOrder,
  findExchangeOffer,
  insertExchange,
} from '../../modules/checkout/store/exchanges.ts'
import { findOrder, lockRefunds, type OrderRow, writeHistory } from '../../modules/checkout/store/order-state.ts'
import { moveStock } from '../../modules/checkout/store/stock.ts'
import { refundsOfOrder } from '../../modules/payments/store.ts'
import { settledPieces } from './restock.ts'

/** An exchange that is ready to be carried out. */
export interface ReadyExchange {
  offer: ExchangeOfferRow
  /** Number among those of its line, from 1. */
  number: number
  refundedBefore: number
}

/**
 * ATT-31: what an order that pays a difference is for, with the first order locked. Null when the buyer does not have the pieces any more that
 * were to come back (they were refunded, or exchanged for others, after an earlier deadline): then its money goes back.
 */
export async function readyExchange(req: PayloadRequest, paying: OrderRow): Promise<ReadyExchange | null> {
  const offer = await findExchangeOffer(req, paying.id)
  if (!offer) throw new Error(`Order ${paying.id} pays for an exchange that nobody offered`)
  await lockRefunds(req, offer.order)
  const order = await findOrder(req, offer.order)
  const line = order?.lines.find(({ id }) => id === offer.orderLine)
  if (!order || !line) throw new Error(`Exchange ${offer.id} is of a line that does not exist`)
  const past = (await exchangesOfOrder(req, order.id)).filter((one) => one.orderLine === offer.orderLine)
  const refundedBefore = settledPieces(await refundsOfOrder(req, order.id), offer.orderLine)
  const held = heldOf({ ...line, variant: idOf(line.variant) }, past, refundedBefore).filter(({ variant }) => variant === offer.fromVariant)
  const has = held.reduce((sum, { quantity }) => sum + quantity, 0)
  return has < offer.quantity ? null : { offer, number: past.length + 1, refundedBefore }
}

/** Writes the exchange down, whose goods the order that was just paid sold, and puts back what came back. In the caller's transaction. */
export async function carryOutExchange(
  req: PayloadRequest,
  paid: OrderRow,
  { offer, number, refundedBefore }: ReadyExchange,
  at: Date,
): Promise<void> {
  const [line] = paid.lines
  if (!line) throw new Error(`Order ${paid.id} has no line`)
  const { order, orderLine, quantity, fromVariant, unitFrom, unitTo, restock, request, actor } = offer
  const row: ExchangeRow = {
    ...{ id: newId(), order, orderLine, quantity, fromVariant, unitFrom, unitTo, refundedBefore, restock, request, actor },
    ...{ toVariant: idOf(line.variant), toProduct: idOf(line.product), sku: line.sku, title: line.title, options: line.options ?? null },
    ...{ refund: null, paidBy: paid.id, carrier: null, tracking: null, at: at.toISOString() },
  }
  await insertExchange(req, row, number)
  if (restock) await takeBack(req, row, at)
  const story = { order, subject: 'exchange', subjectId: row.id, event: 'exchange', from: 'offered', to: 'exchanged' } as const
  await writeHistory(req, { ...story, actor: null, at })
}

/** What came back of an exchange goes into stock. */
export async function takeBack(
  req: PayloadRequest,
  { id, order, orderLine, actor, fromVariant, quantity }: ExchangeRow,
  at: Date,
): Promise<void> {
  const key = `exchange-back:${id}`
  const moved = await moveStock(req, {
    key,
    move: 'return',
    variant: fromVariant,
    quantity,
    order,
    orderLine,
    reason: 'exchange',
    actor,
    at,
  })
  if (!moved) throw new Error(`Exchange ${id} has no stock level to return to`)
}
