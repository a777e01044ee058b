import { z } from 'zod'
import { readOwnLink } from '../../flows/shop/read-own-link.ts'
import { fail, ok } from '../../lib/result.ts'
import { qrSvg } from '../qr.ts'
import { type Route, route } from './route.ts'

/** A page of the shop (`/zh/p/…`) or a link (`/go/…`): nothing that a scanner could be led elsewhere with. */
const sharable = /^\/(?:(?:zh|en)(?:\/[\w.~%/-]*)?|go\/[\w-]{1,64})(?:\?[\w.~%=&-]*)?$/

/** What the share sheet shows. */
export const sharingRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/v1/me/link',
      summary: 'The code of one’s own link to a product (`/go/:code`), with which a creator or promoter shares it; null without one',
      tag: 'sharing',
      who: 'account',
      query: z.strictObject({ product: z.uuid() }),
      answer: z.object({ code: z.string().nullable() }),
    },
    async ({ ctx, actor, query }) => ok({ code: await readOwnLink(ctx, actor, { productId: query.product }) }),
  ),
  route(
    {
      method: 'get',
      path: '/v1/qr.svg',
      summary: 'A QR code (SVG) that leads to a page of this shop or to a link of a creator, by its path such as `/zh/p/…` or `/go/…`',
      tag: 'sharing',
      who: 'anyone',
      query: z.strictObject({ path: z.string().min(1).max(300) }),
    },
    async ({ visit, query, res }) => {
      if (!sharable.test(query.path))
        return fail('invalid', 'Expected the path of a page of this shop (/zh/…, /en/…) or of a link (/go/…).', { field: 'path' })
      res.setHeader('cache-control', 'public, max-age=86400')
      res.setHeader('content-security-policy', "default-src 'none'; sandbox")
      res.type('image/svg+xml').send(qrSvg(visit.origin + query.path))
      return ok(null)
    },
  ),
]
