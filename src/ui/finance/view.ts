/** What the finance pages of the desk are given. Money in minor units with its currency; times as ISO strings. */
import type { Money } from '../../lib/money.ts'

export interface HoldRowView {
  id: string
  creator: { name: string; handle: string }
  /** It is the reader's own: somebody else reviews it. */
  own: boolean
  /** Null: all that she has outstanding, and what is still to come. */
  line: { order: { id: string; number: string } | null; amount: Money | null } | null
  reason: string
  note: string | null
  /** Name of who placed it; null where a rule did. */
  by: string | null
  at: string
  until: string | null
  overdue: boolean
}

export interface BonusRowView {
  id: string
  creator: { name: string; handle: string }
  kind: 'flat' | 'per_view'
  state: 'proposed' | 'granted' | 'refused'
  amount: Money
  cap: Money
  perView: { views: number; perThousand: Money } | null
  /** Path of the piece's page, inside the language. */
  piecePath: string | null
  proof: string
  proposedBy: string
  at: string
  decidedBy: string | null
  decidedAt: string | null
  /** Null: the reader may decide it. */
  mayNot: 'own_proposal' | 'own_bonus' | 'finance_only' | null
}

export interface TroubleRowView {
  id: string
  provider: string
  eventId: string
  reference: string
  outcome: string
  at: string
  order: { id: string; number: string } | null
  /** Came after somebody last said that all were seen. */
  isNew: boolean
}

/** What was typed before a refusal, by field, and what is wrong with it. */
export interface Typed {
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, true>>
}

/** Why something was not done, or that it was. */
export type Outcome = 'done' | 'forbidden' | 'state' | 'invalid' | 'note' | 'failed'
