import { z } from 'zod'
import { approveRequest, declineRequest } from '../../flows/orders/answer-request.ts'
import { askRefund } from '../../flows/orders/ask-refund.ts'
import { cancelByShop } from '../../flows/orders/cancel-by-shop.ts'
import { exchangePieces } from '../../flows/orders/exchange-pieces.ts'
import { moveParcel } from '../../flows/orders/move-parcel.ts'
import { receiveOrder } from '../../flows/orders/receive-order.ts'
import { storeRequestPicture } from '../../flows/orders/request-pictures.ts'
import { shipOrder } from '../../flows/orders/ship-order.ts'
import { withdrawRequest } from '../../flows/orders/withdraw-request.ts'
import { media } from './media.ts'
import { receiveUpload } from './media-upload.ts'
import { keyQuery, refundAnswer } from './money-shapes.ts'
import {
  approveBody,
  askBody,
  askedAnswer,
  cancelBody,
  cancelledAnswer,
  declineBody,
  declinedAnswer,
  exchangeBody,
  exchangedAnswer,
  idParams,
  parcelAnswer,
  parcelBody,
  parcelParams,
  receivedAnswer,
  secretBody,
  shipBody,
  shippedAnswer,
  withdrawnAnswer,
} from './order-shapes.ts'
import { type Route, route } from './route.ts'

const money = ['finance', 'admin'] as const

const buyerRoutes: Route[] = [
  route(
    {
      method: 'post',
      path: '/v1/orders/:id/receive',
      summary: 'Say that everything arrived (确认收货); the holds of commissions start. Twice is once',
      tag: 'orders',
      who: 'anyone',
      params: idParams,
      body: secretBody,
      answer: receivedAnswer,
      limit: 'checkout',
    },
    ({ ctx, visit, params, body }) => receiveOrder(ctx, visit, { orderId: params.id, secret: body.secret }),
  ),
  route(
    {
      method: 'post',
      path: '/v1/orders/:id/refund-requests',
      summary: 'Ask for money back by line and quantity; staff answer. One is open for an order at a time',
      tag: 'orders',
      who: 'anyone',
      params: idParams,
      body: askBody,
      answer: askedAnswer,
      status: 201,
      limit: 'checkout',
      idempotencyKey: 'required',
    },
    ({ ctx, visit, params, body, idempotencyKey }) => askRefund(ctx, visit, { orderId: params.id, ...body }, idempotencyKey),
  ),
  route(
    {
      method: 'post',
      path: '/v1/orders/:id/refund-requests/:requestId/withdraw',
      summary: 'Take back a request that waits for its answer. Twice is once',
      tag: 'orders',
      who: 'anyone',
      params: z.strictObject({ id: z.uuid(), requestId: z.uuid() }),
      body: secretBody,
      answer: withdrawnAnswer,
      limit: 'checkout',
    },
    ({ ctx, visit, params, body }) => withdrawRequest(ctx, visit, { orderId: params.id, secret: body.secret, requestId: params.requestId }),
  ),
  route(
    {
      method: 'post',
      path: '/v1/orders/:id/pictures',
      summary: 'Upload one picture for a request (JPEG, PNG, WebP, AVIF, GIF; 20 MB) as the field `file`; its `ref` goes into the request',
      tag: 'orders',
      who: 'anyone',
      params: idParams,
      query: keyQuery,
      body: z.object({ file: z.string().meta({ format: 'binary' }) }),
      answer: z.object({ ref: z.string(), media }),
      status: 201,
      limit: 'checkout',
      raw: true,
    },
    ({ ctx, visit, params, query, req }) =>
      receiveUpload({ req, store: (stream) => storeRequestPicture(ctx, visit, { orderId: params.id, secret: query.key }, stream) }),
  ),
]

const staffRoutes: Route[] = [
  route(
    {
      method: 'post',
      path: '/v1/orders/:id/shipments',
      summary: 'Send a parcel with all or a part of what is left',
      tag: 'staff',
      who: money,
      params: idParams,
      body: shipBody,
      answer: shippedAnswer,
      status: 201,
      idempotencyKey: 'required',
    },
    ({ ctx, actor, params, body, idempotencyKey }) => shipOrder(ctx, actor, { orderId: params.id, ...body }, idempotencyKey),
  ),
  route(
    {
      method: 'post',
      path: '/v1/shipments/:id/:what',
      summary: 'Write down that a parcel arrived, got lost, or never left. Twice is once',
      tag: 'staff',
      who: money,
      params: parcelParams,
      body: parcelBody,
      answer: parcelAnswer,
    },
    ({ ctx, actor, params, body }) => moveParcel(ctx, actor, { shipmentId: params.id, event: params.what, reason: body.reason }),
  ),
  route(
    {
      method: 'post',
      path: '/v1/orders/:id/shop-cancel',
      summary: 'Take back an order of which nothing was sent; a paid one is refunded in full',
      tag: 'staff',
      who: money,
      params: idParams,
      body: cancelBody,
      answer: cancelledAnswer,
      idempotencyKey: 'required',
    },
    ({ ctx, actor, params, body, idempotencyKey }) => cancelByShop(ctx, actor, { orderId: params.id, ...body }, idempotencyKey),
  ),
  route(
    {
      method: 'post',
      path: '/v1/refund-requests/:id/approve',
      summary: 'Give what a buyer asked for',
      tag: 'staff',
      who: money,
      params: idParams,
      body: approveBody,
      answer: refundAnswer,
      status: 201,
      idempotencyKey: 'required',
    },
    ({ ctx, actor, params, body, idempotencyKey }) => approveRequest(ctx, actor, { requestId: params.id, ...body }, idempotencyKey),
  ),
  route(
    {
      method: 'post',
      path: '/v1/orders/:id/exchanges',
      summary: 'Send other goods in place of pieces that were sent (ATT-31); what they are worth more is paid by an order of its own first',
      tag: 'staff',
      who: money,
      params: idParams,
      body: exchangeBody,
      answer: exchangedAnswer,
      status: 201,
      idempotencyKey: 'required',
    },
    ({ ctx, actor, params, body, idempotencyKey }) => exchangePieces(ctx, actor, { orderId: params.id, ...body }, idempotencyKey),
  ),
  route(
    {
      method: 'post',
      path: '/v1/refund-requests/:id/decline',
      summary: 'Say no to a request, with words for the buyer',
      tag: 'staff',
      who: money,
      params: idParams,
      body: declineBody,
      answer: declinedAnswer,
      idempotencyKey: 'required',
    },
    ({ ctx, actor, params, body, idempotencyKey }) => declineRequest(ctx, actor, { requestId: params.id, ...body }, idempotencyKey),
  ),
]

/** What comes after an order is paid: parcels, receipt, requests for refunds and their answers, exchanges. */
export const orderRoutes: Route[] = [...buyerRoutes, ...staffRoutes]
