import type { Money } from '../../lib/money.ts'
export interface RiskSignalView {
  id: string
  code: string
  points: number
  facts: Record<string, number | string | null | string[]>
  at: string
  order: { id: string; number: string } | null
  verdict: 'fine' | 'confirmed' | null
  note: string | null
}

export interface RiskCreatorView {
  id: string
  name: string
  handle: string
  own: boolean
  score: number
  waiting: number
  banned: boolean
  ban: { reason: string; note: string | null; at: string } | null
  atStake: { currency: string; amount: number }[]
  signals: RiskSignalView[]
}

/** Why something was not done; `done` when it was. */
export type RiskOutcome = 'done' | 'state' | 'invalid' | 'forbidden' | 'failed'

export interface ClaimRowView {
  id: string
  state: 'answered' | 'open' | 'closed'
  hint: string
  finding: string | null
  rule: string | null
  answer: string | null
  at: string
  dueAt: string | null
  answeredAt: string | null
  orderId: string | null
  /** What it credited (ATT-40). */
  credited: Money | null
}

export interface StaffClaimView extends ClaimRowView {
  creator: { id: string; name: string; handle: string; own: boolean }
  overdue: boolean
}

export interface SimulationView {
  currency: string
  days: number
  lines: number
  changed: number
  before: number
  after: number
  creators: { id: string; name: string; before: number; after: number }[]
  byDay: { day: string; before: number; after: number }[]
  truncated: boolean
  programmes: { id: string; name: string }[]
}

/** What finance took back by hand. */
export interface TakingRowView {
  id: string
  creator: { name: string; handle: string }
  order: { id: string; number: string } | null
  amount: Money
  reason: string
  note: string
  by: string
  at: string
}

/** What was typed before a refusal, and the field that was refused. */
export interface TakeBackTyped {
  values: Readonly<Record<string, string>>
  error: string | null
  /** Of an amount that was too much: what there is at most, minor units. */
  left?: number | undefined
}

export interface UpholdTyped extends TakeBackTyped {
  /** The claim whose form it was; null for none. */
  claimId: string | null
}
