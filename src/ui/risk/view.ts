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
