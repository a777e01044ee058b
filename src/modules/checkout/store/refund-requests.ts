import type { PayloadRequest, Where } from 'payload'
import { idOf, newId } from '../../../lib/ids.ts'
import type { RefundRequest } from '../../../payload-types.ts'
import type { LinePieces } from '../parcels.ts'
import type { RequestReason } from '../requests.ts'

/** What a buyer asked for, as it is stored. Amounts in minor units, times as ISO strings. */
export interface RequestRow {
  id: string
  order: string
  user: string | null
  state: RefundRequest['state']
  reasonCode: RequestReason
  words: string | null
  /** Media ids. */
  pictures: string[]
  lines: LinePieces[]
  expectedAmount: number
  currency: string
  answer: string | null
  /** Account of who answered; staff only. */
  answeredBy: string | null
  /** Id of the refund that was given. */
  refund: string | null
  at: string
  answeredAt: string | null
}

type NewRequest = Pick<
  RequestRow,
  'id' | 'order' | 'user' | 'reasonCode' | 'words' | 'pictures' | 'lines' | 'expectedAmount' | 'currency' | 'at'
>

/** Writes an open request. Its key is the order's while it is open: a second one is a duplicate key. */
export async function insertRequest(req: PayloadRequest, row: NewRequest): Promise<void> {
  const lines = row.lines.map((line) => ({ id: newId(), ...line }))
  const data = { ...row, lines, key: `open:${row.order}`, state: 'asked', answer: null, answeredBy: null, refund: null, answeredAt: null }
  await req.payload.db.create({ collection: 'refund-requests', data, returning: false, req })
}

export const findRequest = async (req: PayloadRequest, id: string): Promise<RequestRow | null> =>
  (await requests(req, { id: { equals: id } }))[0] ?? null

/** The requests of an order, the first asked first. */
export const requestsOfOrder = (req: PayloadRequest, order: string): Promise<RequestRow[]> => requests(req, { order: { equals: order } })

export const requestsOfOrders = (req: PayloadRequest, orders: readonly string[]): Promise<RequestRow[]> =>
  orders.length === 0 ? Promise.resolve([]) : requests(req, { order: { in: [...orders] } })

/** How many requests wait for an answer, and the orders of the oldest of them. */
export async function openRequestOrders(req: PayloadRequest, limit: number): Promise<string[]> {
  const { docs } = await req.payload.db.find<RefundRequest>({
    collection: 'refund-requests',
    where: { state: { equals: 'asked' } },
    sort: 'at',
    limit,
    pagination: false,
    req,
  })
  return docs.map(({ order }) => idOf(order))
}

export async function countOpenRequests(req: PayloadRequest): Promise<number> {
  const { totalDocs } = await req.payload.db.count({ collection: 'refund-requests', where: { state: { equals: 'asked' } }, req })
  return totalDocs
}

interface Answer {
  id: string
  to: 'approved' | 'declined' | 'withdrawn'
  answer?: string | null
  answeredBy?: string | null
  refund?: string | null
  at: Date
}

/** One conditional write that ends a request and frees its order for another: false when it was no longer open. */
export async function endRequest(
  req: PayloadRequest,
  { id, to, at, answer = null, answeredBy = null, refund = null }: Answer,
): Promise<boolean> {
  const moved = await req.payload.db.updateOne({
    collection: 'refund-requests',
    where: { and: [{ id: { equals: id } }, { state: { equals: 'asked' } }] },
    data: { state: to, key: id, answer, answeredBy, refund, answeredAt: at.toISOString() },
    options: { atomic: true },
    req,
  })
  return moved !== null
}

async function requests(req: PayloadRequest, where: Where): Promise<RequestRow[]> {
  const { docs } = await req.payload.db.find<RefundRequest>({ collection: 'refund-requests', where, limit: 0, pagination: false, req })
  return docs
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(
      ({
        id,
        order,
        user,
        state,
        reasonCode,
        words,
        pictures,
        lines,
        expectedAmount,
        currency,
        answer,
        answeredBy,
        refund,
        at,
        answeredAt,
      }) => ({
        ...{ id, state, reasonCode, expectedAmount, currency, at },
        order: idOf(order),
        user: user ? idOf(user) : null,
        words: words ?? null,
        pictures: (pictures ?? []).map(idOf),
        lines: lines.map(({ orderLine, quantity }) => ({ orderLine, quantity })),
        answer: answer ?? null,
        answeredBy: answeredBy ?? null,
        refund: refund ?? null,
        answeredAt: answeredAt ?? null,
      }),
    )
}
