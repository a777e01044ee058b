import type { PayloadRequest, Where } from 'payload'
import { idOf, newId } from '../../../lib/ids.ts'
import type { Programme as ProgrammeDoc, ProgrammeMember, RateChange as RateChangeDoc } from '../../../payload-types.ts'
import type { ProgrammeDraft, RateSource, Stay } from '../index.ts'
import { keptStays, staysOf } from './stays.ts'

/** A programme as it is edited and shown. */
export type ProgrammeRow = ProgrammeDraft & { id: string; rateBps: number; indirectRateBps: number | null; updatedAt: string }

/** A row of `rate-changes`. */
export interface RateRow {
  id: string
  programme: string
  source: RateSource
  target: string | null
  fromBps: number | null
  toBps: number | null
  announcedAt: Date
  effectiveAt: Date
  actor: string | null
}

export interface MemberRow {
  id: string
  programme: string
  creator: string
  status: 'invited' | 'active' | 'left' | 'removed'
  via: 'open' | 'invited'
  joinedAt: Date | null
  endedAt: Date | null
  /** When its terms held for all that she promotes, oldest first (ATT-14). */
  stays: Stay[]
}

const whole = { depth: 0, overrideAccess: true, pagination: false, limit: 0 } as const

type Localized = Omit<ProgrammeDoc, 'name'> & { name: { zh?: string; en?: string } | string }

function rowOf(doc: Localized): ProgrammeRow {
  const names = typeof doc.name === 'string' ? { zh: doc.name, en: doc.name } : doc.name
  const zh = names.zh ?? names.en ?? ''
  return {
    ...{ id: doc.id, zh, en: names.en ?? zh, model: doc.model, couponRule: doc.couponRule ?? 'coupon_wins' },
    ...{ windowDays: doc.windowDays, cartDays: doc.cartDays ?? 0, bindDays: doc.bindDays ?? 0, holdDays: Number(doc.holdDays) },
    ...{ capBps: doc.capBps ?? 5000, joining: doc.joining ?? 'open', status: doc.status, isDefault: doc.isDefault === true },
    tiers: (doc.tiers ?? []).map(({ name, fromSales, rateBps }) => ({ name, fromSales, rateBps })),
    ...{ rateBps: doc.rateBps, indirectRateBps: doc.indirectRateBps ?? null, updatedAt: doc.updatedAt },
  }
}

/** Programmes with their names in both languages: the default one first, then by age. */
export async function listProgrammes(req: PayloadRequest, where: Where = {}): Promise<ProgrammeRow[]> {
  const { docs } = await req.payload.find({ collection: 'programmes', where, locale: 'all', ...whole, sort: 'id', req })
  return (docs as unknown as Localized[]).map(rowOf).sort((a, b) => Number(b.isDefault) - Number(a.isDefault))
}

export const findProgramme = async (req: PayloadRequest, id: string): Promise<ProgrammeRow | null> =>
  (await listProgrammes(req, { id: { equals: id } }))[0] ?? null

/** Writes a programme's terms; a new one with its first rate. Of several only the last one made the default is it. */
export async function saveProgramme(
  req: PayloadRequest,
  id: string | null,
  { zh, en, holdDays, ...draft }: ProgrammeDraft & Partial<Pick<ProgrammeRow, 'rateBps' | 'indirectRateBps'>>,
): Promise<string> {
  if (draft.isDefault) {
    const others: Where = { and: [{ isDefault: { equals: true } }, ...(id ? [{ id: { not_equals: id } }] : [])] }
    await req.payload.update({ collection: 'programmes', where: others, data: { isDefault: false }, depth: 0, overrideAccess: true, req })
  }
  const data = { name: zh, ...draft, holdDays: String(holdDays) as ProgrammeDoc['holdDays'] }
  const saved = id ?? newId()
  const write = { collection: 'programmes', depth: 0, overrideAccess: true, req } as const
  if (id) await req.payload.update({ ...write, id, locale: 'zh', data })
  else await req.payload.create({ ...write, locale: 'zh', data: { id: saved, ...data, rateBps: draft.rateBps ?? 0 } })
  await req.payload.update({ ...write, id: saved, locale: 'en', data: { name: en } })
  return saved
}

/** The rate that stands now is kept on the programme, too: what cards and labels read. */
export async function keepRate(
  req: PayloadRequest,
  id: string,
  data: { rateBps: number } | { indirectRateBps: number | null },
): Promise<void> {
  await req.payload.update({ collection: 'programmes', id, data, depth: 0, overrideAccess: true, req })
}

/** The log of a programme's rates, newest first. */
export async function listRates(req: PayloadRequest, programme: string): Promise<RateRow[]> {
  return findRates(req, { programme: { equals: programme } })
}

export const findRate = async (req: PayloadRequest, id: string): Promise<RateRow | null> =>
  (await findRates(req, { id: { equals: id } }))[0] ?? null

async function findRates(req: PayloadRequest, where: Where): Promise<RateRow[]> {
  const { docs } = await req.payload.db.find<RateChangeDoc>({
    collection: 'rate-changes',
    where,
    limit: 0,
    pagination: false,
    sort: '-id',
    req,
  })
  return docs.map(({ announcedAt, effectiveAt, ...row }) => ({
    ...{ id: row.id, programme: idOf(row.programme), source: row.source, target: row.target ?? null },
    ...{ fromBps: row.fromBps ?? null, toBps: row.toBps ?? null, actor: row.actor ?? null },
    announcedAt: new Date(announcedAt),
    effectiveAt: new Date(effectiveAt),
  }))
}

/** Appends to the log. The key counts the rows of this source and target, so that two at once come one after the other. */
export async function appendRate(req: PayloadRequest, row: Omit<RateRow, 'id'>, earlier: number): Promise<string> {
  const id = newId()
  const key = `${row.programme}:${row.source}:${row.target ?? ''}:${earlier + 1}`
  const data = { id, key, ...row, announcedAt: row.announcedAt.toISOString(), effectiveAt: row.effectiveAt.toISOString() }
  await req.payload.db.create({ collection: 'rate-changes', data, returning: false, req })
  return id
}

export async function listMembers(req: PayloadRequest, where: Where): Promise<MemberRow[]> {
  const { docs } = await req.payload.db.find<ProgrammeMember>({
    collection: 'programme-members',
    where,
    limit: 0,
    pagination: false,
    sort: '-id',
    req,
  })
  return docs.map((row) => ({
    ...{ id: row.id, programme: idOf(row.programme), creator: idOf(row.creator), status: row.status, via: row.via },
    joinedAt: row.joinedAt ? new Date(row.joinedAt) : null,
    endedAt: row.endedAt ? new Date(row.endedAt) : null,
    stays: staysOf(row),
  }))
}

export const findMember = async (req: PayloadRequest, programme: string, creator: string): Promise<MemberRow | null> =>
  (await listMembers(req, { key: { equals: `${programme}:${creator}` } }))[0] ?? null

/** One row for each creator of a programme: made, or changed. */
export async function saveMember(
  req: PayloadRequest,
  known: MemberRow | null,
  { actor, joinedAt, endedAt, stays, ...member }: Omit<MemberRow, 'id'> & { actor: string | null },
): Promise<void> {
  const times = { joinedAt: joinedAt?.toISOString() ?? null, endedAt: endedAt?.toISOString() ?? null, stays: keptStays(stays) }
  const data = { ...member, actor, ...times }
  const collection = 'programme-members'
  if (known) await req.payload.db.updateOne({ collection, where: { id: { equals: known.id } }, data, returning: false, req })
  else {
    const key = `${member.programme}:${member.creator}`
    await req.payload.db.create({ collection, data: { id: newId(), key, ...data }, returning: false, req })
  }
}
