import type { PayloadRequest, Where } from 'payload'
import { idOf, newId } from '../../../lib/ids.ts'
import type { OrderClaim } from '../../../payload-types.ts'

/** A claim as it is kept (ATT-40). `order` and `answeredBy` are for staff alone. */
export interface StoredClaim {
  id: string
  creator: string
  state: OrderClaim['state']
  hint: string
  order: string | null
  rule: string | null
  finding: string | null
  answer: string | null
  answeredBy: string | null
  at: string
  dueAt: string | null
  answeredAt: string | null
}

export interface NewClaim {
  key: string
  creator: string
  state: 'answered' | 'open'
  hint: string
  order: string | null
  rule: string | null
  finding: string | null
  at: Date
  dueAt: Date | null
}

export async function insertClaim(req: PayloadRequest, { at, dueAt, ...row }: NewClaim): Promise<string> {
  const id = newId()
  const data = {
    ...{ id, ...row, answer: null, answeredBy: null, at: at.toISOString(), dueAt: dueAt?.toISOString() ?? null },
    answeredAt: row.state === 'answered' ? at.toISOString() : null,
  }
  await req.payload.db.create({ collection: 'order-claims', data, returning: false, req })
  return id
}

/** One conditional write: false when the claim is not in `from` any more. */
export async function moveClaim(
  req: PayloadRequest,
  id: string,
  from: OrderClaim['state'],
  data: Partial<Pick<OrderClaim, 'state' | 'answer' | 'answeredBy' | 'dueAt' | 'answeredAt'>>,
): Promise<boolean> {
  const where: Where = { and: [{ id: { equals: id } }, { state: { equals: from } }] }
  return (await req.payload.db.updateOne({ collection: 'order-claims', where, data, options: { atomic: true }, req })) !== null
}

export const findClaim = async (req: PayloadRequest, id: string): Promise<StoredClaim | null> =>
  (await find(req, { id: { equals: id } }, ['id'], 1))[0] ?? null

/** A creator's claims, newest first. */
export const claimsOf = (req: PayloadRequest, creator: string, limit = 100): Promise<StoredClaim[]> =>
  find(req, { creator: { equals: creator } }, ['-at', '-id'], limit)

/** Claims that wait for a person, the most urgent first. */
export const openClaims = (req: PayloadRequest, limit = 200): Promise<StoredClaim[]> =>
  find(req, { state: { equals: 'open' } }, ['dueAt', 'id'], limit)

/** Claims that a person answered, newest first. */
export const closedClaims = (req: PayloadRequest, limit = 30): Promise<StoredClaim[]> =>
  find(req, { state: { equals: 'closed' } }, ['-answeredAt', '-id'], limit)

async function find(req: PayloadRequest, where: Where, sort: string[], limit: number): Promise<StoredClaim[]> {
  const { docs } = await req.payload.db.find<OrderClaim>({ collection: 'order-claims', where, sort, limit, pagination: false, req })
  return docs.map((row) => ({
    ...{ id: row.id, creator: idOf(row.creator), state: row.state, hint: row.hint, order: row.order ?? null, rule: row.rule ?? null },
    ...{ finding: row.finding ?? null, answer: row.answer ?? null, answeredBy: row.answeredBy ?? null },
    ...{ at: row.at, dueAt: row.dueAt ?? null, answeredAt: row.answeredAt ?? null },
  }))
}
