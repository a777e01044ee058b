import { type Failure, fail, ok, type Result } from '../../lib/result.ts'
import { isRule, type RuleId } from './rules.ts'

/** What an editor can do with a piece. */
export const reviewActions = ['approve', 'request_changes', 'reject', 'take_down', 'restore'] as const

export type ReviewAction = (typeof reviewActions)[number]

/** Where in the piece a rule applies: in a text field (UTF-16 units), on a picture, or at a second. */
export type Evidence =
  | { in: 'title' | 'body'; start: number; end: number }
  | { in: 'picture'; picture: number; x?: number; y?: number }
  | { in: 'video'; second: number }

/** A decision as it comes from a door, unchecked. */
export interface DecisionInput {
  action: string
  rule?: string | null
  reason?: string | null
  evidence?: readonly Evidence[]
}

/** A decision that may be carried out. A rule and a reason stand on every one but an approval (MOD-06, MOD-08). */
export interface CheckedDecision {
  action: ReviewAction
  rule: RuleId | null
  reason: string | null
  evidence: readonly Evidence[]
}

export const reasonMax = 2_000

/** MOD-06: checks a decision. Fails with `invalid` on an unknown action or rule, a missing or overlong reason, evidence that points nowhere. */
export function checkDecision(input: DecisionInput): Result<CheckedDecision> {
  const action = reviewActions.find((known) => known === input.action)
  if (!action) return fail('invalid', `Expected one of ${reviewActions.join(', ')}, got ${input.action}`, { field: 'action' })
  const reason = input.reason?.trim() || null
  const evidence = input.evidence ?? []
  const rule = input.rule || null
  const failure = reasonFailure(reason, action) ?? ruleFailure(rule, action) ?? evidenceFailure(evidence)
  return failure ? { ok: false, failure } : ok({ action, rule: isRule(rule) ? rule : null, reason, evidence })
}

function reasonFailure(reason: string | null, action: ReviewAction): Failure | null {
  if (reason === null && action !== 'approve') return invalid('reason', `Expected a reason to ${action}, got none`)
  if (reason !== null && reason.length > reasonMax)
    return invalid('reason', `Expected at most ${reasonMax} characters, got ${reason.length}`)
  return null
}

function ruleFailure(rule: string | null, action: ReviewAction): Failure | null {
  if (rule === null ? action === 'approve' : isRule(rule)) return null
  return invalid('rule', `Expected the rule that the decision rests on, got ${rule ?? 'none'}`)
}

function evidenceFailure(evidence: readonly Evidence[]): Failure | null {
  const at = evidence.findIndex((item) => !pointsSomewhere(item))
  return at < 0 ? null : invalid(`evidence.${at}`, 'Expected a span, a picture or a second of the piece')
}

function pointsSomewhere(item: Evidence): boolean {
  if (item.in === 'video') return Number.isFinite(item.second) && item.second >= 0
  if (item.in === 'picture') return Number.isInteger(item.picture) && item.picture >= 0
  return Number.isInteger(item.start) && Number.isInteger(item.end) && item.start >= 0 && item.end > item.start
}

const invalid = (field: string, message: string): Failure => fail('invalid', message, { field }).failure
