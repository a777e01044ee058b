import { z } from 'zod'
import { readEarnings } from '../../flows/earnings/read-earnings.ts'
import { readStatement } from '../../flows/earnings/read-statement.ts'
import { checkBooksNow } from '../../flows/operations/check-books-now.ts'
import { listOrders, listStaffOrders } from '../../flows/orders/list-orders.ts'
import { readOrder } from '../../flows/orders/read-order.ts'
import { readWhy } from '../../flows/orders/read-why.ts'
import { listPaymentTroubles } from '../../flows/payments/list-troubles.ts'
import { playSandbox, sandboxChoices } from '../../flows/payments/play-sandbox.ts'
import { refundLines } from '../../flows/payments/refund-lines.ts'
import { retryPayment } from '../../flows/payments/retry-payment.ts'
import { ok } from '../../lib/result.ts'
import {
  booksAnswer,
  earningsAnswer,
  keyQuery,
  orderAnswer,
  orderPage,
  orderParams,
  orderState,
  pageQuery,
  paymentAnswer,
  paymentTrouble,
  refundAnswer,
  refundBody,
  sandboxAnswer,
  whyAnswer,
} from './money-shapes.ts'
import { type Route, route } from './route.ts'

const money = ['finance', 'admin'] as const

const buyerRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/v1/orders',
      summary: 'Your orders, newest first',
      tag: 'orders',
      who: 'account',
      query: z.strictObject(pageQuery),
      answer: orderPage,
    },
    ({ ctx, actor, query }) => listOrders(ctx, actor, query),
  ),
  route(
    {
      method: 'get',
      path: '/v1/orders/:id',
      summary: 'One order, by account or by its key',
      tag: 'orders',
      who: 'anyone',
      params: orderParams,
      query: keyQuery,
      answer: orderAnswer,
    },
    ({ ctx, visit, params, query }) => readOrder(ctx, visit, { orderId: params.id, secret: query.key }),
  ),
  route(
    {
      method: 'get',
      path: '/v1/orders/:id/why',
      summary: 'Why each line earned what for whom (ATT-39)',
      tag: 'orders',
      who: 'anyone',
      params: orderParams,
      query: keyQuery.extend({ as: z.enum(['buyer', 'creator', 'staff']).default('buyer'), line: z.string().max(64).optional() }),
      answer: whyAnswer,
    },
    ({ ctx, visit, params, query }) => readWhy(ctx, visit, { orderId: params.id, secret: query.key, lineId: query.line, as: query.as }),
  ),
  route(
    {
      method: 'post',
      path: '/v1/orders/:id/payments',
      summary: 'Open another payment after one that did not work',
      tag: 'orders',
      who: 'anyone',
      params: orderParams,
      query: keyQuery,
      body: z.strictObject({}),
      answer: paymentAnswer,
      status: 201,
      limit: 'checkout',
      idempotencyKey: 'required',
    },
    ({ ctx, visit, params, query, idempotencyKey }) => retryPayment(ctx, visit, { orderId: params.id, secret: query.key }, idempotencyKey),
  ),
  route(
    {
      method: 'post',
      path: '/v1/sandbox/payments/:id/:choice',
      summary: 'What the customer of the built-in sandbox chose; only where it is on',
      tag: 'sandbox',
      who: 'anyone',
      params: z.strictObject({ id: z.string().max(64), choice: z.enum(sandboxChoices) }),
      query: keyQuery,
      body: z.strictObject({}),
      answer: sandboxAnswer,
      limit: 'checkout',
    },
    ({ ctx, visit, params, query }) => playSandbox(ctx, visit, { paymentId: params.id, choice: params.choice, secret: query.key }),
  ),
]

const creatorRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/v1/me/earnings',
      summary: 'Your ledger as a creator, newest first',
      tag: 'earnings',
      who: 'account',
      query: z.strictObject({
        filter: z.enum(['all', 'earned', 'reversed', 'paid']).optional(),
        before: z.coerce.number().int().min(1).optional(),
        limit: z.coerce.number().int().min(1).max(200).optional(),
      }),
      answer: earningsAnswer,
    },
    ({ ctx, actor, query }) => readEarnings(ctx, actor, query),
  ),
  route(
    {
      method: 'get',
      path: '/v1/me/statement.csv',
      summary: 'Your statement of one month as CSV',
      tag: 'earnings',
      who: 'account',
      query: z.strictObject({ month: z.string().max(7) }),
    },
    async ({ ctx, actor, query, res }) => {
      const statement = await readStatement(ctx, actor, query.month)
      if (!statement.ok) return statement
      const { csv, fileName } = statement.value
      res.setHeader('cache-control', 'private, no-store')
      res.setHeader('content-disposition', `attachment; filename="${fileName}"`)
      res.type('text/csv; charset=utf-8').send(csv)
      return ok(null)
    },
  ),
]

const staffRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/v1/staff/orders',
      summary: 'All orders, newest first',
      tag: 'staff',
      who: money,
      query: z.strictObject({
        ...pageQuery,
        state: orderState.optional(),
        find: z.string().max(64).optional(),
        asked: z.stringbool().optional().describe('Only those with a request that waits for an answer'),
      }),
      answer: orderPage,
    },
    ({ ctx, actor, query }) => listStaffOrders(ctx, actor, query),
  ),
  route(
    {
      method: 'post',
      path: '/v1/orders/:id/refunds',
      summary: 'Give money back by line and quantity',
      tag: 'staff',
      who: money,
      params: orderParams,
      body: refundBody,
      answer: refundAnswer,
      status: 201,
      idempotencyKey: 'required',
    },
    ({ ctx, actor, params, body, idempotencyKey }) =>
      refundLines(
        ctx,
        actor,
        { orderId: params.id, lines: body.lines, reason: body.reason, ...(body.shipping === undefined ? {} : { shipping: body.shipping }) },
        idempotencyKey,
      ),
  ),
  route(
    {
      method: 'get',
      path: '/v1/staff/payment-troubles',
      summary: 'Notices of payment that the books could not settle by themselves, newest first',
      tag: 'staff',
      who: money,
      query: z.strictObject({ limit: pageQuery.limit }),
      answer: z.object({ troubles: z.array(paymentTrouble) }),
    },
    async ({ ctx, actor, query }) => {
      const listed = await listPaymentTroubles(ctx, actor, query)
      return listed.ok ? ok({ troubles: listed.value }) : listed
    },
  ),
  route(
    { method: 'get', path: '/v1/ledger/check', summary: 'Prove the books now', tag: 'staff', who: money, answer: booksAnswer },
    async ({ ctx }) => ok(await checkBooksNow(ctx)),
  ),
]

/** Orders, refunds, why, earnings. */
export const moneyRoutes: Route[] = [...buyerRoutes, ...creatorRoutes, ...staffRoutes]
