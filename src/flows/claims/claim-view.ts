import type { StoredClaim } from '../../modules/fraud/store/claims.ts'

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
}

/** What she was credited for has a page of hers; of others she learns the rule alone. */
const hers = new Set(['credited', 'undone'])

export const claimView = ({ id, state, hint, finding, rule, answer, at, dueAt, answeredAt, order }: StoredClaim): ClaimView => ({
  ...{ id, state, hint, finding, rule, answer, at, dueAt, answeredAt },
  orderId: finding && hers.has(finding) ? order : null,
})
