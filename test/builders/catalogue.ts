import { newId } from '../../src/lib/ids.ts'
import type { World } from './world.ts'

let count = 0

export interface BuiltProduct {
  productId: string
  slug: string
  variantIds: string[]
}

interface ProductParts {
  title?: string
  slug?: string
  /** One per variant, in minor units. */
  prices?: number[]
  /** Stock of every variant. */
  stock?: number
  status?: 'draft' | 'active' | 'archived'
}

/** A product with its variants and stock, with the movement that explains it. */
export async function product({ payload, clock }: Pick<World, 'payload' | 'clock'>, parts: ProductParts = {}): Promise<BuiltProduct> {
  const n = ++count
  const at = clock.now().toISOString()
  const made = await payload.create({
    collection: 'products',
    data: {
      id: newId(),
      title: parts.title ?? `商品 ${n}`,
      slug: parts.slug ?? `product-${n}`,
      status: parts.status ?? 'active',
      merchant: 'house',
    },
    locale: 'zh',
    depth: 0,
  })
  const variantIds: string[] = []
  for (const [position, price] of (parts.prices ?? [10000]).entries()) {
    const variant = await payload.create({
      collection: 'variants',
      data: { id: newId(), product: made.id, sku: `SKU-${n}-${position}`, price, currency: 'CNY', position, status: 'active' },
      depth: 0,
    })
    const available = parts.stock ?? 10
    await payload.update({ collection: 'stock-levels', id: variant.id, data: { available }, depth: 0 })
    await payload.create({
      collection: 'stock-movements',
      data: { id: newId(), key: `receive:${variant.id}:first`, variant: variant.id, kind: 'receive', available, reserved: 0, at },
      depth: 0,
    })
    variantIds.push(variant.id)
  }
  return { productId: made.id, slug: made.slug, variantIds }
}

/** The default programme: 8 %, 30 days, last touch. */
export async function programme(
  { payload }: Pick<World, 'payload'>,
  more: { rateBps?: number; windowDays?: number } = {},
): Promise<string> {
  const made = await payload.create({
    collection: 'programmes',
    data: {
      id: newId(),
      name: '默认计划',
      rateBps: more.rateBps ?? 800,
      windowDays: more.windowDays ?? 30,
      model: 'last_touch',
      holdDays: '15',
      status: 'active',
      isDefault: true,
    },
    locale: 'zh',
    depth: 0,
  })
  return made.id
}

/** A product link of a creator, as publishing makes it; without a piece unless one is given. */
export async function productLink(
  { payload }: Pick<World, 'payload'>,
  parts: { creatorId: string; productId: string; programmeId?: string; code?: string; piece?: string; pieceKind?: 'posts' | 'video-notes' },
): Promise<{ id: string; code: string }> {
  const code = parts.code ?? `c${newId().slice(-10)}`
  const made = await payload.create({
    collection: 'product-links',
    data: {
      id: newId(),
      code,
      creator: parts.creatorId,
      product: parts.productId,
      status: 'active',
      ...(parts.programmeId ? { programme: parts.programmeId } : {}),
      ...(parts.piece && parts.pieceKind ? { piece: parts.piece, pieceKind: parts.pieceKind } : {}),
    },
    depth: 0,
  })
  return { id: made.id, code }
}
