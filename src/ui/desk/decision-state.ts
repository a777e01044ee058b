import type { Decision, DecisionInput, ReviewItemView } from './view.ts'

/** What the editor has put together for one item and not yet sent. */
export interface DecisionDraft {
  action: Decision | null
  ruleId: string | null
  reason: string
}

export const noDecision: DecisionDraft = { action: null, ruleId: null, reason: '' }

type Standing = Pick<ReviewItemView, 'open' | 'isPublic' | 'isRemoved'>

/** What can be decided as the item stands. Taking down is offered on every open item and refused with a reason where nothing is public. */
export function decisionsFor({ open, isPublic, isRemoved }: Standing): Decision[] {
  const after = isRemoved ? (['restore'] as const) : open || isPublic ? (['take_down'] as const) : []
  return [...(open ? (['approve', 'request_changes', 'reject'] as const) : []), ...after]
}

/** What keeps a decision from being sent. */
export type Blocker = 'action' | 'rule' | 'reason' | 'claimed' | 'stale' | 'notPublic' | 'own'

/** Everything but an approval needs words to the author: he must know what to change. */
export const needsReason = (action: Decision | null): boolean => action !== null && action !== 'approve'

/** A restored piece breaks no rule: only the words to the author say why. */
export const needsRule = (action: Decision | null): boolean => needsReason(action) && action !== 'restore'

/** Why it cannot be sent yet, the weightiest first; null when it can. */
export function blockerOf(item: Pick<ReviewItemView, 'claim' | 'stale' | 'isOwn'> & Standing, draft: DecisionDraft): Blocker | null {
  if (item.isOwn) return 'own'
  if (item.claim.by === 'other') return 'claimed'
  if (item.stale) return 'stale'
  if (draft.action === null || !decisionsFor(item).includes(draft.action)) return 'action'
  if (draft.action === 'take_down' && !item.isPublic) return 'notPublic'
  if (!needsReason(draft.action)) return null
  if (needsRule(draft.action) && draft.ruleId === null) return 'rule'
  return draft.reason.trim() === '' ? 'reason' : null
}

/** The decision as it is sent, or null while something is missing. */
export function decisionInput(item: ReviewItemView, draft: DecisionDraft): DecisionInput | null {
  if (draft.action === null || blockerOf(item, draft) !== null) return null
  return {
    itemId: item.id,
    pieceId: item.pieceId,
    action: draft.action,
    version: item.version,
    ruleId: needsRule(draft.action) ? draft.ruleId : null,
    // Words that were begun for another decision do not go out with an approval.
    reason: needsReason(draft.action) ? draft.reason.trim() : '',
  }
}

/** What a key does at the desk. */
export type DeskCommand =
  | { do: 'next' | 'previous' | 'send' | 'undo' | 'compare' | 'help' }
  | { do: 'choose'; action: Decision }
  /** The rule at this place of the list, from zero. */
  | { do: 'rule'; at: number }

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
  o: { do: 'choose', action: 'restore' },
  d: { do: 'compare' },
  u: { do: 'undo' },
  '?': { do: 'help' },
}

/** The command of a key press, or null: then the key is the browser's. ⌘↵ and Ctrl+Enter also work while writing. */
export function commandOf({ key, meta, ctrl, alt, typing }: Press): DeskCommand | null {
  if (key === 'Enter' && (meta || ctrl)) return { do: 'send' }
  if (typing || meta || ctrl || alt) return null
  if (/^[1-9]$/.test(key)) return { do: 'rule', at: Number(key) - 1 }
  return letters[key.toLowerCase()] ?? null
}
