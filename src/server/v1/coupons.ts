import { z } from 'zod'
import { removeCoupon, setCoupon } from '../../flows/carts/set-coupon.ts'
import { listCoupons, listOwnCoupons } from '../../flows/coupons/list-coupons.ts'
import { saveCoupon } from '../../flows/coupons/save-coupon.ts'
import { type Route, route } from './route.ts'

const minor = z.int().min(1).max(1_000_000_000).nullable().optional()
const times = z.int().min(1).max(1_000_000).nullable().optional()
const moment = z.iso.datetime().nullable().optional()
const ids = z.array(z.uuid()).max(200).optional()
const money = ['finance', 'admin'] as const
const params = z.strictObject({ id: z.uuid() })

const couponBody = z.strictObject({
  code: z.string().min(1).max(40),
  kind: z.enum(['fixed', 'percent']),
  amountOff: minor.describe('Minor units off, for `fixed`'),
  percentOff: z.int().min(1).max(10_000).nullable().optional().describe('Basis points off, for `percent`'),
  creditTo: z.uuid().nullable().optional().describe('The creator whom it credits'),
  programmeId: z.uuid().nullable().optional().describe('Under whose terms it credits; null: the default programme; left out: as it was'),
  siteWide: z.boolean().optional().describe('Public: never credits anybody (ATT-17)'),
  attributes: z.boolean().optional().describe('False: on the exclusion list (ATT-17)'),
  products: ids,
  excludedProducts: ids,
  minGoods: minor,
  maxDiscount: minor,
  limitTotal: times,
  limitPerPerson: times,
  startsAt: moment,
  endsAt: moment,
  phase: z.enum(['active', 'paused', 'ended']).optional().describe('`ended` is for good'),
})

const termsOf = ({ amountOff, percentOff, creditTo, siteWide, phase, ...terms }: z.output<typeof couponBody>) => ({
  ...terms,
  amount: amountOff,
  bps: percentOff,
  creatorId: creditTo,
  isPublic: siteWide,
  status: phase,
})

const savedAnswer = z.object({ id: z.string(), code: z.string() })
const coupon = z.looseObject({
  ...{ id: z.string(), code: z.string(), kind: z.enum(['fixed', 'percent']), used: z.int(), live: z.boolean() },
  programme: z
    .object({ id: z.string(), name: z.object({ zh: z.string(), en: z.string() }) })
    .nullable()
    .describe('Under whose terms it credits; null: the default programme'),
  barred: z.enum(['closed', 'not_member']).nullable().describe('Why it credits its owner nothing under its programme'),
})
const listAnswer = z.object({ coupons: z.array(coupon) })
export const couponNow = z.object({
  code: z.string(),
  discount: z.int(),
  refused: z.enum(['unknown', 'min_goods', 'no_goods', 'person']).nullable(),
  missing: z.int().nullable(),
})

/** Codes: in the cart, a creator's own, and their editor. */
export const couponRoutes: Route[] = [
  route(
    {
      method: 'put',
      path: '/v1/cart/coupon',
      summary: 'Put a code into the cart. One that does not work answers the same whatever the reason, and tries are counted',
      tag: 'cart',
      who: 'anyone',
      body: z.strictObject({ code: z.string().min(1).max(60) }),
      answer: z.object({ coupon: couponNow }),
      limit: 'auth',
    },
    ({ ctx, visit, body }) => setCoupon(ctx, visit, body),
  ),
  route(
    {
      method: 'delete',
      path: '/v1/cart/coupon',
      summary: 'Take the code out of the cart',
      tag: 'cart',
      who: 'anyone',
      answer: z.object({ coupon: z.null() }),
    },
    ({ ctx, visit }) => removeCoupon(ctx, visit),
  ),
  route(
    { method: 'get', path: '/v1/me/coupons', summary: 'Your codes as a creator', tag: 'earnings', who: 'account', answer: listAnswer },
    ({ ctx, actor }) => listOwnCoupons(ctx, actor),
  ),
  route(
    { method: 'get', path: '/v1/coupons', summary: 'All codes, newest first', tag: 'staff', who: money, answer: listAnswer },
    ({ ctx, actor }) => listCoupons(ctx, actor),
  ),
  route(
    {
      method: 'post',
      path: '/v1/coupons',
      summary: 'Make a code; its creator is told',
      tag: 'staff',
      who: money,
      body: couponBody,
      answer: savedAnswer,
      status: 201,
    },
    ({ ctx, actor, body }) => saveCoupon(ctx, actor, termsOf(body)),
  ),
  route(
    {
      method: 'put',
      path: '/v1/coupons/:id',
      summary: 'Change a code; once used, its words, its owner and its programme stay',
      tag: 'staff',
      who: money,
      params,
      body: couponBody,
      answer: savedAnswer,
    },
    ({ ctx, actor, params: { id }, body }) => saveCoupon(ctx, actor, termsOf(body), id),
  ),
]
