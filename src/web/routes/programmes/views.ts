import type { OwnProgramme } from '../../../flows/programmes/own-programmes.ts'
import type { RatePreview } from '../../../flows/programmes/preview-rate.ts'
import type { MemberRead, ProgrammeSummary, RateRead } from '../../../flows/programmes/read-programmes.ts'
import { type Locale, localePath } from '../../../ui/i18n/index.ts'
import type { OwnProgrammeView, ProgrammeCardView, ProgrammeView, RateRowView } from '../../../ui/programmes/index.ts'

export const cardView = (row: ProgrammeSummary, locale: Locale): ProgrammeCardView => ({
  ...{ id: row.id, name: row[locale], rateBps: row.rateBps, windowDays: row.windowDays, members: row.members, ownRates: row.ownRates },
  ...{ isDefault: row.isDefault, isClosed: row.status === 'closed', isInvited: row.joining === 'invited' },
  href: localePath(locale, `/desk/programmes/${row.id}`),
})

export function rateView({ source, target, name, ...row }: RateRead, locale: Locale, now: Date): RateRowView {
  const { id, fromBps, toBps, announcedAt, effectiveAt, stands } = row
  // Whether somebody gets less by it was found out when it was set.
  const isCut = effectiveAt > announcedAt
  const isIndirect = source === 'programme' && target !== null
  return {
    ...{ id, fromBps, toBps, announcedAt, effectiveAt, stands, isCut, waits: isCut && new Date(effectiveAt) > now },
    source: isIndirect ? 'indirect' : source,
    name: source === 'programme' ? null : (name?.[locale] ?? target),
  }
}

export const memberView = ({ creatorId: id, displayName: name, handle, status }: MemberRead): ProgrammeView['members'][number] => ({
  ...{ id, name, handle, status },
})

export const previewView = ({ rows, currency, rateBps, known, unknown, cut }: RatePreview, locale: Locale): ProgrammeView['preview'] => ({
  ...{ rateBps, known, unknown, cut },
  // The least that is left is what matters: a dozen are read, fifty are not.
  rows: rows.slice(0, 12).map(({ sku, title, cost, commission, left, leftBps, cutToBps }) => ({
    ...{ id: sku, sku, title: title[locale], leftBps, cutToBps },
    cost: { amount: cost, currency },
    commission: { amount: commission, currency },
    left: { amount: left, currency },
  })),
})

export const ownView = (own: OwnProgramme, locale: Locale): OwnProgrammeView => ({
  ...{ id: own.id, name: own.name[locale], status: own.status, isClosed: own.closed, rateBps: own.rateBps, newcomerBps: own.newcomerBps },
  deal: own.deal?.[locale] ?? null,
  ...{ indirectRateBps: own.indirectRateBps, windowDays: own.windowDays, cartDays: own.cartDays, bindDays: own.bindDays },
  ...{ holdDays: own.holdDays, tier: own.tier },
  ownRates: own.ownRates.flatMap(({ name, bps }) => (name ? [{ name: name[locale], bps }] : [])),
  cuts: own.cuts.map(({ name, ...cut }) => ({ ...cut, name: name?.[locale] ?? null })),
  mayJoin: !own.closed && ((own.joining === 'open' && (own.status === 'none' || own.status === 'left')) || own.status === 'invited'),
  mayLeave: own.status === 'active' || own.status === 'invited',
})
