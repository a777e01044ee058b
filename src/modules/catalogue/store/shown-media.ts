import type { PayloadRequest } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { Product, Variant } from '../../../payload-types.ts'

/** Those of these media that a product or a variant shows. An archived product counts: orders and carts still show it. */
export async function findMediaOfProducts(req: PayloadRequest, media: readonly string[]): Promise<Set<string>> {
  if (media.length === 0) return new Set()
  const ids = [...media]
  const products = await req.payload.db.find<Product>({
    collection: 'products',
    where: { and: [{ pictures: { in: ids } }, { status: { not_equals: 'draft' } }, { deletedAt: { exists: false } }] },
    limit: 0,
    pagination: false,
    req,
  })
  const variants = await req.payload.db.find<Variant>({
    collection: 'variants',
    where: { picture: { in: ids } },
    limit: 0,
    pagination: false,
    req,
  })
  const shown = [...products.docs.flatMap(picturesOf), ...variants.docs.flatMap(({ picture }) => (picture ? [idOf(picture)] : []))]
  const wanted = new Set(ids)
  return new Set(shown.filter((id) => wanted.has(id)))
}

/** What a product and its variants show; none for an unknown one. */
export async function findPicturesOfProduct(req: PayloadRequest, product: string): Promise<string[]> {
  const { docs } = await req.payload.db.find<Product>({
    collection: 'products',
    where: { id: { equals: product } },
    limit: 1,
    pagination: false,
    req,
  })
  const variants = await req.payload.db.find<Variant>({
    collection: 'variants',
    where: { product: { equals: product } },
    limit: 0,
    pagination: false,
    req,
  })
  return [...docs.flatMap(picturesOf), ...variants.docs.flatMap(({ picture }) => (picture ? [idOf(picture)] : []))]
}

const picturesOf = ({ pictures }: Pick<Product, 'pictures'>): string[] => (pictures ?? []).map((picture) => idOf(picture))
