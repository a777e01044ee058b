import { z } from 'zod'
import { promoteProduct } from '../../flows/promoters/promote-product.ts'
import { readPromotion } from '../../flows/promoters/read-promotion.ts'
import { recommendedBy } from '../../flows/shop/recommended-by.ts'
import { creatorRef } from '../../flows/shop/views.ts'
import { ok } from '../../lib/result.ts'
import { type Route, route } from './route.ts'

const tag = 'Promoters'
const params = z.object({ id: z.uuid() })
const terms = z.object({ rateBps: z.int(), windowDays: z.int(), holdDays: z.int() })

const shown = ({ rateBps, windowDays, holdDays }: z.output<typeof terms>) => ({ rateBps, windowDays, holdDays })

/** Buyers who recommend what they bought (S-06), and who recommends a product (S-03). Paths are by the product's id. */
export const promoterRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/v1/products/:id/recommended-by',
      summary: 'By how many creators a product is recommended, and how many of them one follows',
      tag,
      who: 'anyone',
      params,
      answer: z.object({ total: z.int(), followed: z.int(), creators: z.array(creatorRef) }),
    },
    ({ ctx, actor, params }) => recommendedBy(ctx, actor, { productId: params.id }),
  ),
  route(
    {
      method: 'get',
      path: '/v1/products/:id/promotion',
      summary: 'Whether one may recommend a product that one bought, and one’s link to it',
      tag,
      who: 'account',
      params,
      answer: z.object({
        may: z.boolean(),
        why: z.enum(['off', 'unknown', 'staff', 'not_bought']).nullable(),
        code: z.string().nullable(),
        terms: terms.nullable(),
      }),
    },
    async ({ ctx, actor, params }) => {
      const read = await readPromotion(ctx, actor, { productId: params.id })
      return read.ok ? ok({ ...read.value, terms: read.value.terms && shown(read.value.terms) }) : read
    },
  ),
  route(
    {
      method: 'post',
      path: '/v1/products/:id/promotion',
      summary: 'Get one’s own link to a product that one bought; asking again answers the same',
      tag,
      who: 'account',
      params,
      answer: z.object({ code: z.string(), terms }),
    },
    async ({ ctx, actor, params }) => {
      const made = await promoteProduct(ctx, actor, { productId: params.id })
      return made.ok ? ok({ code: made.value.code, terms: shown(made.value.terms) }) : made
    },
  ),
]
