import { type Locale, translate } from '../i18n/index.ts'
import { desk } from '../i18n/messages/desk.ts'
import { publishTime } from '../i18n/messages/publish-time.ts'
import { needsReason, needsRule } from './decision-state.ts'
import { ruleText } from './rules.ts'
import type { Decision } from './view.ts'

export interface LetterFacts {
  action: Decision
  /** A version is public and stays so. */
  isEdit: boolean
  ruleId: string | null
  reason: string
  /** When it becomes public, in the letter's language; null for at once. */
  later?: string | null
}

/** What the author is told: what happened, the rule, the editor's words, what to do next. */
export interface Letter {
  lead: string
  lines: string[]
}

const leads = {
  approve: ['letterApprove', 'letterApproveEdit'],
  request_changes: ['letterChanges', 'letterChangesEdit'],
  reject: ['letterReject', 'letterRejectEdit'],
  take_down: ['letterTakeDown', 'letterTakeDown'],
  restore: ['letterRestore', 'letterRestore'],
} as const

/** The letter to the author in a language; the desk shows it while it is written. */
export function letterOf({ action, isEdit, ruleId, reason, later }: LetterFacts, language: Locale): Letter {
  if (action === 'approve' && later)
    return { lead: translate(publishTime, language, isEdit ? 'letterLaterEdit' : 'letterLater', { time: later }), lines: [] }
  const t = (key: Parameters<typeof translate<keyof (typeof desk)['zh']>>[2], params = {}) => translate(desk, language, key, params)
  const lines = [
    needsRule(action) && ruleId !== null ? t('letterBasis', { rule: ruleText(ruleId, language) }) : null,
    !needsReason(action) || reason.trim() === '' ? null : t('letterWords', { words: reason.trim() }),
    action === 'request_changes' ? t('letterNext') : null,
  ]
  return { lead: t(leads[action][isEdit ? 1 : 0]), lines: lines.filter((line) => line !== null) }
}
