import type { PayloadRequest } from 'payload'
import { idOf } from '../../lib/ids.ts'
import { findOffers, type VariantOffer } from '../../modules/catalogue/store/offers.ts'
import { findVariantRows } from '../../modules/catalogue/store/shelf.ts'
import { type HeldPieces, heldOf, isPaid } from '../../modules/checkout/index.ts'
import { type ExchangeOfferRow, type ExchangeRow, exchangeOffersOf, exchangesOfOrder } from '../../modules/checkout/store/exchanges.ts'
import { findOrder, type OrderRow } from '../../modules/checkout/store/order-state.ts'
import type { ShipmentRow } from '../../modules/checkout/store/shipments.ts'
import { availableOf } from '../../modules/checkout/store/stock.ts'
import { ordersByIds } from '../../modules/checkout/store/walk.ts'
import type { RefundRow } from '../../modules/payments/store.ts'
import { settledPieces } from '../payments/restock.ts'
import { exchangeNames, named } from './exchange-names.ts'
import { sendingOfOrder } from './follow-sending.ts'

/** An order beside the one that is read. `key` opens it for a guest, who has no account. */
export interface OtherOrder {
  orderId: string
  number: string
  key: string | null
}

/** An exchange as the order's page tells it. Amounts in minor units. */
export interface ExchangeRead {
  id: string
  lineId: string
  at: string
  quantity: number
  /** Names of what came back and of what went out. */
  back: string
  out: string
  /** What went back of the price, or is on its way; null where nothing did. */
  difference: number | null
  /** What was paid more, and the order that paid it; null where nothing was. */
  paidMore: (OtherOrder & { amount: number }) | null
  carrier: string | null
  tracking: string | null
}

/** An exchange that the buyer has to pay for, or did not pay in time. Amounts in minor units. */
export interface ExchangeOfferRead {
  /** The one that pays the difference. */
  by: OtherOrder
  lineId: string
  at: string
  quantity: number
  back: string
  out: string
  amount: number
  state: 'waits' | 'over'
  /** Until when it is kept. */
  payBefore: string
}

/** What staff may exchange of a line. */
export interface ExchangeChoice {
  lineId: string
  title: string
  /** Exchanges that were made of it. */
  seen: number
  /** Pieces that may be exchanged at most. */
  most: number
  /** The kinds that the buyer has. */
  from: { variantId: string; name: string }[]
  /** Kinds of the same product; `difference` in minor units for each piece, to the first kind that the buyer has: dearer ones are above 0. */
  to: { variantId: string; name: string; available: number; difference: number }[]
}

export interface ExchangesRead {
  exchanges: ExchangeRead[]
  /** Those that are not carried out, the first offered first. */
  exchangeOffers: ExchangeOfferRead[]
  /** Where this order pays the difference of an exchange: the order whose goods are exchanged. */
  exchangeOf: OtherOrder | null
  /** Staff only. */
  exchangeable: ExchangeChoice[]
}

interface Rows {
  refunds: readonly RefundRow[]
  shipments: readonly ShipmentRow[]
}

/** The exchanges of an order, the first made first, and for staff what can be exchanged now (ATT-31). */
export async function readExchanges(
  req: PayloadRequest,
  order: OrderRow,
  rows: Rows,
  { staff, keyOf }: { staff: boolean; keyOf: (order: string) => string | null },
): Promise<ExchangesRead> {
  const other = ({ id, number }: OrderRow): OtherOrder => ({ orderId: id, number, key: keyOf(id) })
  const made = await exchangesOfOrder(req, order.id)
  const offered = await exchangeOffersOf(req, order.id)
  const paying = new Map(
    (
      await ordersByIds(
        req,
        offered.map(({ paidBy }) => paidBy),
      )
    ).map((one) => [one.id, one]),
  )
  const variants = [
    ...made.flatMap(({ fromVariant, toVariant }) => [fromVariant, toVariant]),
    ...offered.map(({ fromVariant }) => fromVariant),
  ]
  const names = await exchangeNames(req, order, variants)
  const given = new Map(rows.refunds.map((refund) => [refund.id, refund]))
  const exchanges = made
    .map(({ id, orderLine, at, quantity, fromVariant, toVariant, refund, paidBy, carrier, tracking }): ExchangeRead => {
      const back = refund ? given.get(refund) : undefined
      const difference = back && back.state !== 'failed' ? back.amount : null
      const [was, is] = [names.get(fromVariant) ?? '', names.get(toVariant) ?? '']
      const payer = paidBy ? paying.get(paidBy) : undefined
      const paidMore = payer ? { ...other(payer), amount: payer.total } : null
      return { id, lineId: orderLine, at, quantity, back: was, out: is, difference, paidMore, carrier, tracking }
    })
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
  const exchangeOffers = offered.flatMap((offer) => {
    const payer = paying.get(offer.paidBy)
    return payer ? offerRead(offer, payer, other(payer), names) : []
  })
  const first = order.exchangeOf ? await findOrder(req, order.exchangeOf) : null
  const waiting = new Set(exchangeOffers.flatMap(({ state, lineId }) => (state === 'waits' ? [lineId] : [])))
  return {
    exchanges,
    exchangeOffers,
    exchangeOf: first ? other(first) : null,
    exchangeable:
      staff && isPaid(order.state) && !order.exchangeOf
        ? (await choicesOf(req, order, rows, made)).filter(({ lineId }) => !waiting.has(lineId))
        : [],
  }
}

function offerRead(offer: ExchangeOfferRow, payer: OrderRow, by: OtherOrder, names: ReadonlyMap<string, string>): ExchangeOfferRead[] {
  const { orderLine: lineId, at, quantity, fromVariant } = offer
  if (isPaid(payer.state) || payer.paidAt) return []
  const out = payer.lines.map(({ title, options }) => named(title, options))[0] ?? ''
  const state = payer.state === 'awaiting_payment' ? 'waits' : 'over'
  const what = { lineId, at, quantity, back: names.get(fromVariant) ?? '', out, amount: payer.total, state } as const
  return [{ by, ...what, payBefore: payer.reservedUntil ?? at }]
}

async function choicesOf(req: PayloadRequest, order: OrderRow, rows: Rows, made: readonly ExchangeRow[]): Promise<ExchangeChoice[]> {
  const sending = sendingOfOrder(order, rows.shipments, rows.refunds, { pending: true })
  const open = order.lines.flatMap((line) => {
    const own = made.filter(({ orderLine }) => orderLine === line.id)
    const held = heldOf({ ...line, variant: idOf(line.variant) }, own, settledPieces(rows.refunds, String(line.id)))
    const sent = sending.find(({ orderLine }) => orderLine === line.id)?.sent ?? 0
    const most = Math.min(
      sent,
      held.reduce((sum, { quantity }) => sum + quantity, 0),
    )
    return most > 0 ? [{ line, held, most, seen: own.length }] : []
  })
  if (open.length === 0) return []
  const products = [...new Set(open.map(({ line }) => idOf(line.product)))]
  const kinds = (await findVariantRows(req, products)).map(({ id }) => id)
  const offers = await findOffers(
    req,
    [...new Set([...kinds, ...open.flatMap(({ held }) => held.map(({ variant }) => variant))])],
    order.locale,
  )
  const stock = await availableOf(req, kinds)
  return open.map(({ line, held, most, seen }) => {
    const mine = kinds.flatMap((id) => {
      const offer = offers.get(id)
      return offer?.onSale && offer.product === idOf(line.product) && offer.currency === order.currency ? [offer] : []
    })
    return {
      ...{ lineId: String(line.id), title: line.title, seen, most },
      from: [...new Set(held.map(({ variant }) => variant))].map((variantId) => ({
        variantId,
        name: nameOf(offers, variantId, line.title),
      })),
      to: mine.map((offer) => ({
        variantId: offer.variant,
        name: named(offer.title, offer.options),
        available: stock.get(offer.variant) ?? 0,
        difference: differenceTo(offer, held[0]!, offers),
      })),
    }
  })
}

const nameOf = (offers: ReadonlyMap<string, VariantOffer>, variant: string, title: string): string => {
  const offer = offers.get(variant)
  return offer ? named(offer.title, offer.options) : title
}

function differenceTo(offer: VariantOffer, { variant, unitValue }: HeldPieces, offers: ReadonlyMap<string, VariantOffer>): number {
  if (offer.variant === variant) return 0
  const today = offers.get(variant)
  return offer.price - (today && today.product === offer.product ? today.price : unitValue)
}
