import type { Money } from '../../lib/money.ts'

export type Oops = 'forbidden' | 'not_found' | 'invalid' | 'conflict' | 'state' | 'failed'

export interface ProgrammeCardView {
  id: string
  name: string
  rateBps: number
  windowDays: number
  members: number
  ownRates: number
  isDefault: boolean
  isClosed: boolean
  isInvited: boolean
  href: string
}

/** What is in the form of terms, as it is typed. */
export type TermsValues = Readonly<Record<string, string>>

export interface RateRowView {
  id: string
  source: 'programme' | 'indirect' | 'link' | 'creator' | 'invited' | 'group' | 'product' | 'collection'
  name: string | null
  fromBps: number | null
  toBps: number | null
  announcedAt: string
  effectiveAt: string
  stands: boolean
  isCut: boolean
  /** A cut that does not reach who promotes already yet. */
  waits: boolean
}

export interface MemberRowView {
  id: string
  name: string
  handle: string
  status: 'invited' | 'active' | 'left' | 'removed'
}

export interface PreviewView {
  rateBps: number
  known: number
  unknown: number
  cut: number
  rows: { id: string; title: string; sku: string; cost: Money; commission: Money; left: Money; leftBps: number; cutToBps: number | null }[]
}

export interface ProgrammeView {
  /** Null: a new one. */
  id: string | null
  name: string
  currency: string
  /** The programme's own rate as it was set last; null for a new one. */
  rateBps: number | null
  isDefault: boolean
  values: TermsValues
  rates: RateRowView[]
  members: MemberRowView[]
  preview: PreviewView | null
  backHref: string
}

/** Fields of the terms and rates whose refusal has words of its own; `handle` and `target` are found or not. */
export const termNeeds = [
  ...(['zh', 'en', 'windowDays', 'cartDays', 'bindDays', 'holdDays', 'capBps', 'tiers'] as const),
  ...(['rateBps', 'bps', 'status', 'isDefault'] as const),
] as const

/** What a refused field needs; `bound`: the least or most that it may be, where the flow says so (days or basis points). */
export interface TermError {
  needs: (typeof termNeeds)[number] | 'other'
  bound: number | null
}

/** What a form on the page came to. */
export interface Told {
  oops: Oops | null
  errors: Readonly<Record<string, TermError>>
  done: 'saved' | { admitted: number } | 'invited' | 'removed' | { rate: 'set' | 'cut' | 'same'; told: number; on: string } | null
}

export interface OwnProgrammeView {
  id: string
  name: string
  status: 'standard' | 'none' | 'invited' | 'active' | 'left' | 'removed'
  isClosed: boolean
  /** Name of the programme by whose terms she is paid instead, by an invitation. */
  deal: string | null
  rateBps: number
  newcomerBps: number | null
  indirectRateBps: number | null
  windowDays: number
  cartDays: number
  bindDays: number
  holdDays: number
  tier: string | null
  ownRates: { name: string; bps: number }[]
  cuts: { name: string | null; fromBps: number; toBps: number; on: string }[]
  mayJoin: boolean
  mayLeave: boolean
}
