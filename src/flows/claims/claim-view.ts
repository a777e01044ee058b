import type { StoredClaim } from '../../modules/fraud/store/claims.ts'
import type { CorrectionRow } from '../../modules/ledger/store/corrections.ts'

/** A claim as its creator sees it. The order's id only where its why page is hers to read. */
export interface ClaimView {
  id: string
  state: StoredClaim['state']
  hint: string
  /** See `claimFindings`; `appeal` for an appeal against a ban. Null while a person has to look. */
  finding: string | null
  rule: string | null
  answer: string | null
  at: string
  dueAt: string | null
  answeredAt: string | null
  orderId: string | null
  /** What it credited her (ATT-40), in minor units; null where it credited nothing. */
  credited: { amount: number; currency: string } | null
}

/** What she was credited for has a page of hers; of others she learns the rule alone. */
const hers = new Set(['credited', 'undone'])

export const claimView = (
  { id, state, hint, finding, rule, answer, at, dueAt, answeredAt, order }: StoredClaim,
  credits: readonly CorrectionRow[] = [],
): ClaimView => ({
  ...{ id, state, hint, finding, rule, answer, at, dueAt, answeredAt },
  orderId: finding && hers.has(finding) ? order : null,
  credited: creditOf(credits.find(({ claim }) => claim === id)),
})

const creditOf = (row: CorrectionRow | undefined): ClaimView['credited'] => (row ? { amount: row.amount, currency: row.currency } : null)
