import type { Decision, DecisionInput, ReviewItemView } from './view.ts'

/** What the editor has put together for one item and not yet sent. */
export interface DecisionDraft {
  action: Decision | null
  ruleId: string | null
  reason: string
}

export const noDecision: DecisionDraft = { action: null, ruleId: null, reason: '' }

/** What keeps a decision from being sent. */
export type Blocker = 'action' | 'rule' | 'reason' | 'claimed' | 'stale' | 'notPublic'

/** Everything but an approval needs a rule and words to the author: he must know what to change. */
export const needsReason = (action: Decision | null): boolean => action !== null && action !== 'approve'

/** Why it cannot be sent yet, the weightiest first; null when it can. */
export function blockerOf(item: Pick<ReviewItemView, 'claim' | 'stale' | 'isPublic'>, draft: DecisionDraft): Blocker | null {
  if (item.claim.by === 'other') return 'claimed'
  if (item.stale) return 'stale'
  if (draft.action === null) return 'action'
  if (draft.action === 'take_down' && !item.isPublic) return 'notPublic'
  if (!needsReason(draft.action)) return null
  if (draft.ruleId === null) return 'rule'
  return draft.reason.trim() === '' ? 'reason' : null
}

/** The decision as it is sent, or null while something is missing. */
export function decisionInput(item: ReviewItemView, draft: DecisionDraft): DecisionInput | null {
  if (draft.action === null || blockerOf(item, draft) !== null) return null
  const reasoned = needsReason(draft.action)
  return {
    itemId: item.id,
    action: draft.action,
    version: item.version,
    ruleId: reasoned ? draft.ruleId : null,
    reason: draft.reason.trim(),
  }
}

/** What a key does at the desk. */
export type DeskCommand = { do: 'next' | 'previous' | 'send' | 'undo' | 'compare' | 'help' } | { do: 'choose'; action: Decision }

interface Press {
  key: string
  meta: boolean
  ctrl: boolean
  alt: boolean
  /** The focus is in a field in which one writes: letters belong to the text there. */
  typing: boolean
}

const letters: Record<string, DeskCommand> = {
  j: { do: 'next' },
  k: { do: 'previous' },
  a: { do: 'choose', action: 'approve' },
  c: { do: 'choose', action: 'request_changes' },
  r: { do: 'choose', action: 'reject' },
  t: { do: 'choose', action: 'take_down' },
  d: { do: 'compare' },
  u: { do: 'undo' },
  '?': { do: 'help' },
}

/** The command of a key press, or null: then the key is the browser's. ⌘↵ and Ctrl+Enter also work while writing. */
export function commandOf({ key, meta, ctrl, alt, typing }: Press): DeskCommand | null {
  if (key === 'Enter' && (meta || ctrl)) return { do: 'send' }
  if (typing || meta || ctrl || alt) return null
  return letters[key.toLowerCase()] ?? null
}
