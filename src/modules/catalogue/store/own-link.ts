import type { PayloadRequest } from 'payload'
import type { ProductLink } from '../../../payload-types.ts'

/**
 * The code of a creator's own link to a product: one that stands in no piece (a promoter's) first, else the newest of her
 * pieces. Null when she has none in use.
 */
export async function findOwnLinkCode(
  req: PayloadRequest,
  { creator, product }: { creator: string; product: string },
): Promise<string | null> {
  const { docs } = await req.payload.db.find<ProductLink>({
    collection: 'product-links',
    where: { and: [{ status: { equals: 'active' } }, { creator: { equals: creator } }, { product: { equals: product } }] },
    sort: ['-createdAt', '-id'],
    limit: 50,
    pagination: false,
    req,
  })
  return (docs.find(({ piece }) => !piece) ?? docs[0])?.code ?? null
}
