import type { PayloadRequest, Where } from 'payload'
import { idOf, newId } from '../../lib/ids.ts'
import type { SoldLine } from './index.ts'

/** A shop that tells us of its sales. */
export interface PartnerRow {
  id: string
  name: string
  keyId: string
  secretSealed: string
  programme: string
  status: 'active' | 'off'
}

export interface ConversionLine extends SoldLine {
  id: string
  title: string | null
  baseAmount: number
  commission: number
  rateBps: number | null
  /** ATT-27, frozen; null when nobody earns, and on lines from before holds. */
  holdDays: number | null
  reason: string | null
  decision: unknown
}

export interface ConversionRow {
  id: string
  key: string
  partner: string
  kind: 'sale' | 'refund'
  externalId: string
  /** Of a refund: the id of the conversion that it refunds. */
  sale: string | null
  linkCode: string | null
  visitor: string | null
  couponCode: string | null
  currency: string
  creator: string | null
  programme: string | null
  baseAmount: number
  commission: number
  /** When its buyer reached checkout there, where the other shop tells it (ATT-05). */
  checkoutStartedAt: string | null
  soldAt: string
  at: string
  lines: ConversionLine[]
}

/** `<partner>:<kind>:<its id>`: what makes a second telling impossible (ATT-32). */
export const conversionKey = (partner: string, kind: ConversionRow['kind'], externalId: string): string =>
  `${partner}:${kind}:${externalId}`

type Row = Record<string, unknown>

async function rows(req: PayloadRequest, collection: 'sales-partners' | 'conversions', where: Where, limit = 0): Promise<Row[]> {
  const { docs } = await req.payload.db.find<Row>({ collection, where, sort: 'id', limit, pagination: false, req })
  return docs
}

const partnerOf = (row: Row): PartnerRow => ({ ...(row as unknown as PartnerRow), programme: idOf(row.programme as string) })

export async function findPartnerByKey(req: PayloadRequest, keyId: string): Promise<PartnerRow | null> {
  const [row] = await rows(req, 'sales-partners', { keyId: { equals: keyId } }, 1)
  return row ? partnerOf(row) : null
}

export async function findPartner(req: PayloadRequest, id: string): Promise<PartnerRow | null> {
  const [row] = await rows(req, 'sales-partners', { id: { equals: id } }, 1)
  return row ? partnerOf(row) : null
}

/** All of them, oldest first. */
export const listPartners = async (req: PayloadRequest): Promise<PartnerRow[]> => (await rows(req, 'sales-partners', {})).map(partnerOf)

export async function insertPartner(req: PayloadRequest, partner: PartnerRow & { actor: string }): Promise<void> {
  await req.payload.db.create({ collection: 'sales-partners', data: { ...partner }, returning: false, req })
}

/** One conditional write. False when there is no such partner. */
export async function changePartner(
  req: PayloadRequest,
  id: string,
  change: Partial<Pick<PartnerRow, 'secretSealed' | 'status'>>,
): Promise<boolean> {
  const where = { id: { equals: id } }
  return (await req.payload.db.updateOne({ collection: 'sales-partners', where, data: change, options: { atomic: true }, req })) !== null
}

/** A row as it is kept. */
export function conversionOf(row: Row): ConversionRow {
  const one = row as unknown as ConversionRow
  const text = (value: unknown): string | null => (value ? idOf(value as string) : null)
  return {
    ...one,
    partner: idOf(row.partner as string),
    creator: text(row.creator),
    programme: text(row.programme),
    sale: one.sale ?? null,
    checkoutStartedAt: one.checkoutStartedAt ? new Date(one.checkoutStartedAt).toISOString() : null,
    soldAt: new Date(one.soldAt).toISOString(),
    at: new Date(one.at).toISOString(),
    lines: (one.lines ?? []).map((line) => ({ ...line, id: String(line.id), holdDays: line.holdDays ?? null })),
  }
}

export async function findConversion(req: PayloadRequest, key: string): Promise<ConversionRow | null> {
  const [row] = await rows(req, 'conversions', { key: { equals: key } }, 1)
  return row ? conversionOf(row) : null
}

/** Sales that other shops told under this number of theirs; two shops may use one. */
export const salesOfNumber = async (req: PayloadRequest, externalId: string): Promise<ConversionRow[]> =>
  (await rows(req, 'conversions', { and: [{ externalId: { equals: externalId } }, { kind: { equals: 'sale' } }] })).map(conversionOf)

/** The refunds of a sale, oldest first. */
export const refundsOfSale = async (req: PayloadRequest, sale: string): Promise<ConversionRow[]> =>
  (await rows(req, 'conversions', { sale: { equals: sale } })).map(conversionOf)

/** The next conversions after an id, for who walks through all of them. */
export const conversionsAfter = async (req: PayloadRequest, after: string, limit: number): Promise<ConversionRow[]> =>
  (await rows(req, 'conversions', { id: { greater_than: after } }, limit)).map(conversionOf)

/** Conversions by their ids. */
export const conversionsByIds = async (req: PayloadRequest, ids: readonly string[]): Promise<ConversionRow[]> =>
  ids.length === 0 ? [] : (await rows(req, 'conversions', { id: { in: [...ids] } })).map(conversionOf)

/** Writes one; its unique key lets it in once. Throws on a duplicate. Answers its id. */
export async function insertConversion(req: PayloadRequest, conversion: Omit<ConversionRow, 'id'>, id = newId()): Promise<string> {
  await req.payload.db.create({ collection: 'conversions', data: { id, ...conversion }, returning: false, req })
  return id
}
