import { type Seeded, seeded } from '../../../lib/seeded.ts'

/** A piece that readers can see, as the plan needs it. */
export interface PlannedPiece {
  key: string
  /** Days ago on which it was published. */
  ago: number
  /** How many people it reaches, in any unit. */
  reach: number
  products: string[]
}

export interface PlannedGoods {
  product: string
  sku: string
  stock: number
}

/** What happens to an order. `expired` is never paid; `retried` fails once and is paid then. */
export type Fate = 'paid' | 'retried' | 'cancelled' | 'expired'

export interface PlannedOrder {
  key: string
  daysAgo: number
  piece: string | null
  sku: string
  quantity: number
  /** A second thing in the same basket, which no piece led to. */
  also: string | null
  /** Account of the buyer; null for a guest. */
  buyer: string | null
  fate: Fate
  refund: { quantity: number; daysAgo: number; reason: string } | null
}

/** What a piece was seen and clicked on one day. */
export interface PlannedDay {
  piece: string
  /** 0 is today. */
  daysAgo: number
  views: number
  /** Of each of its products, in order. */
  clicks: number[]
}

export interface Plan {
  orders: PlannedOrder[]
  days: PlannedDay[]
}

export interface PlanInput {
  pieces: readonly PlannedPiece[]
  goods: readonly PlannedGoods[]
  buyers: readonly string[]
  /** Orders that the story needs: they take their stock first. */
  named: readonly PlannedOrder[]
}

/** How far back people came and bought. */
export const monthDays = 30

const reasons = ['颜色和图上有差别', '买错尺寸', '收到时有磕碰', '不想要了', '重复下单', '家里已经有一个', '比想的重', '味道不习惯']

/**
 * A month of a shop: who saw what and bought what, the same at every run. Each day has views of each piece that was there,
 * fewer as it grows old, clicks out of them, and a few orders out of the clicks; no more is sold than there is.
 */
export function planMonth({ pieces, goods, buyers, named }: PlanInput): Plan {
  const chance = seeded('a month of the demo world')
  const days: PlannedDay[] = []
  const stock = new Map(goods.map(({ sku, stock: left }) => [sku, left]))
  for (const { sku, quantity, also } of named) for (const one of [sku, also]) take(stock, one, one === sku ? quantity : 1)
  const orders: PlannedOrder[] = []
  for (let day = monthDays - 1; day >= 0; day--) {
    const seen = pieces.flatMap((piece) => (piece.ago > day + 0.5 ? [dayOf(chance, piece, day)] : []))
    days.push(...seen)
    for (let left = chance.between(3, 6); left > 0; left--) {
      const order = orderOf(chance, `m${orders.length + 1}`, day, seen, { pieces, goods, buyers, stock })
      if (order) orders.push(order)
    }
  }
  return { orders: [...named, ...orders].sort((a, b) => b.daysAgo - a.daysAgo), days }
}

/** Views fall to a third within a week, and a small rest goes on; two days of seven are busier. */
function dayOf(chance: Seeded, { key, ago, reach, products }: PlannedPiece, day: number): PlannedDay {
  const age = ago - day
  const busy = day % 7 < 2 ? 1.35 : 1
  const views = Math.round(reach * (26 * Math.exp(-age / 6) + 3.2) * busy * (0.7 + 0.6 * chance.next()))
  // A first product takes most of the clicks, the last ones few.
  const clicks = products.map((_, at) => Math.round(views * (0.075 / (at + 1)) * (0.5 + chance.next())))
  return { piece: key, daysAgo: day, views, clicks }
}

interface Shelf {
  pieces: readonly PlannedPiece[]
  goods: readonly PlannedGoods[]
  buyers: readonly string[]
  stock: Map<string, number>
}

function orderOf(chance: Seeded, key: string, day: number, seen: readonly PlannedDay[], shelf: Shelf): PlannedOrder | null {
  const { pieces, goods, buyers, stock } = shelf
  const led = chance.next() < 0.9 && seen.length > 0
  const from = led ? chance.weighted(seen, ({ clicks }) => sum(clicks)) : null
  const products = pieces.find((piece) => piece.key === from?.piece)?.products
  const product = products ? chance.weighted(products, (one) => from?.clicks[products.indexOf(one)] ?? 0) : null
  const good = chosen(chance, goods, stock, product)
  if (!good) return null
  const quantity = Math.min(
    stock.get(good.sku) ?? 0,
    chance.weighted([1, 2, 3], (amount) => [82, 14, 4][amount - 1] ?? 0),
  )
  take(stock, good.sku, quantity)
  const fate = chance.weighted<Fate>(['paid', 'retried', 'cancelled', 'expired'], (one) => weights[one])
  const also = chance.next() < 0.12 ? chosen(chance, goods, stock, null)?.sku : undefined
  if (also && also !== good.sku) take(stock, also, 1)
  // In the hours of the day, and after the piece was read.
  const daysAgo = day + 0.05 + 0.4 * chance.next()
  const piece = product && from ? from.piece : null
  return {
    key,
    daysAgo,
    piece,
    sku: good.sku,
    quantity,
    also: also && also !== good.sku ? also : null,
    buyer: chance.next() < 0.45 ? chance.pick(buyers) : null,
    fate,
    refund: fate === 'paid' && daysAgo > 4 && chance.next() < 0.1 ? refundOf(chance, daysAgo, quantity) : null,
  }
}

const weights: Record<Fate, number> = { paid: 86, retried: 4, cancelled: 5, expired: 5 }

function refundOf(chance: Seeded, daysAgo: number, quantity: number): NonNullable<PlannedOrder['refund']> {
  return { quantity: chance.between(1, quantity), daysAgo: daysAgo - chance.between(2, 3) - chance.next(), reason: chance.pick(reasons) }
}

/** Something of this product (or of any) that is still there; the last pieces of a variant are left on the shelf. */
function chosen(chance: Seeded, goods: readonly PlannedGoods[], stock: ReadonlyMap<string, number>, product: string | null) {
  const left = goods.filter((good) => (product === null || good.product === product) && (stock.get(good.sku) ?? 0) > 1)
  return left.length > 0 ? chance.weighted(left, ({ sku }) => stock.get(sku) ?? 0) : null
}

function take(stock: Map<string, number>, sku: string | null, quantity: number): void {
  if (sku) stock.set(sku, (stock.get(sku) ?? 0) - quantity)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
