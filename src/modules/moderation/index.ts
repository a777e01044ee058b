/** Moderation: the editors' queue, claims, and what a decision needs (MOD-01 … MOD-08 as far as built). Pure. */
export { type CommentFinding, type CommentRuleId, commentRuleIds, isCommentRule, judgeComment } from './comment-words.ts'
export {
  type CheckedDecision,
  checkDecision,
  type DecisionInput,
  type Evidence,
  type ReviewAction,
  reasonMax,
  reviewActions,
} from './decision.ts'
export { byUrgency, claim, claimSeconds, dueAt, holderOf, isOverdue, mayDecide, type QueueItem, reviewSeconds } from './queue.ts'
export { isRule, type RuleId, ruleIds } from './rules.ts'
