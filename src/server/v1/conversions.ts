import { z } from 'zod'
import { createPartner, listPartners, rotatePartner, switchPartner } from '../../flows/conversions/manage-partners.ts'
import { recordConversion } from '../../flows/conversions/record-conversion.ts'
import { conversionShape } from '../../modules/conversions/index.ts'
import { type Route, route } from './route.ts'

const partner = z.object({
  id: z.string(),
  name: z.string(),
  keyId: z.string(),
  programme: z.string(),
  status: z.enum(['active', 'off']),
})
const withSecret = partner.extend({ secret: z.string().describe('Shown this once') })
const params = z.strictObject({ id: z.string().max(64) })

/** Sales of other shops (docs/conversions.md), and who may tell of them. */
export const conversionRoutes: Route[] = [
  route(
    {
      method: 'post',
      path: '/v1/conversions',
      summary: 'A sale or a refund of a shop that sells elsewhere, signed by it; the same id with the same contents answers the same',
      tag: 'conversions',
      who: 'anyone',
      body: conversionShape,
      answer: z.object({
        id: z.string(),
        kind: z.enum(['sale', 'refund']),
        externalId: z.string(),
        credited: z.boolean(),
        commission: z.number().int(),
        currency: z.string(),
      }),
      status: 201,
      signed: true,
    },
    ({ ctx, body, req, rawBody }) =>
      recordConversion(ctx, { keyId: req.get('zhongcao-key'), signature: req.get('zhongcao-signature'), rawBody }, body),
  ),
  route(
    {
      method: 'get',
      path: '/v1/staff/partners',
      summary: 'Shops that may tell of their sales',
      tag: 'staff',
      who: ['finance', 'admin'],
      answer: z.object({ partners: z.array(partner) }),
    },
    ({ ctx, actor }) => listPartners(ctx, actor),
  ),
  route(
    {
      method: 'post',
      path: '/v1/staff/partners',
      summary: 'Let another shop tell of its sales; its secret is shown this once',
      tag: 'staff',
      who: ['admin'],
      body: z.strictObject({ name: z.string().max(200), programme: z.string().max(64) }),
      answer: withSecret,
      status: 201,
    },
    ({ ctx, actor, body }) => createPartner(ctx, actor, body),
  ),
  route(
    {
      method: 'post',
      path: '/v1/staff/partners/:id/rotate',
      summary: 'A new secret, the old one is void at once',
      tag: 'staff',
      who: ['admin'],
      params,
      body: z.strictObject({}),
      answer: withSecret,
    },
    ({ ctx, actor, params: { id } }) => rotatePartner(ctx, actor, id),
  ),
  route(
    {
      method: 'put',
      path: '/v1/staff/partners/:id/status',
      summary: 'Switch a shop off, or on again',
      tag: 'staff',
      who: ['admin'],
      params,
      body: z.strictObject({ on: z.boolean() }),
      answer: partner,
    },
    ({ ctx, actor, params: { id }, body }) => switchPartner(ctx, actor, { id, on: body.on }),
  ),
]
