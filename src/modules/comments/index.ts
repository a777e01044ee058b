import { graphemeLength } from '../../lib/graphemes.ts'
import { fail, ok, type Result } from '../../lib/result.ts'

/** Longest comment, in characters as a reader counts them; the column takes 1000 units. */
export const COMMENT_MAX = 500
const UNITS_MAX = 1000

export const commentStates = ['shown', 'held', 'hidden', 'deleted'] as const
export type CommentState = (typeof commentStates)[number]

/** What a comment can stand under (S-32). */
export const commentTargets = ['posts', 'video-notes', 'products'] as const
export type CommentTargetKind = (typeof commentTargets)[number]

/**
 * A comment as it is stored: plain text, line ends unified, at most one blank line, no control characters. Fails with
 * `invalid` when nothing is left or it is too long.
 */
export function readCommentBody(text: string): Result<string> {
  const body = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    // A joiner holds emoji of several signs together; other invisible signs only hide what a text says.
    .replace(/(?![\n\u200d])[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[ \t\u3000]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  if (body === '') return fail('invalid', 'Expected some words.', { field: 'body', details: { problem: 'required' } })
  if (graphemeLength(body) > COMMENT_MAX || body.length > UNITS_MAX) {
    const details = { problem: 'too_long', max: COMMENT_MAX }
    return fail('invalid', `Expected at most ${COMMENT_MAX} characters.`, { field: 'body', details })
  }
  return ok(body)
}

/** What the row remembers beside the text: findings at writing, and every change of state (append-only). */
export interface CommentFacts {
  findings: { rule: string; phrase: string; act: 'block' | 'hold' }[]
  log: CommentEvent[]
}

export interface CommentEvent {
  event: 'delete' | 'undelete' | 'approve' | 'hide' | 'restore'
  from: CommentState
  to: CommentState
  /** Account. */
  actor: string
  rule?: string
  reason?: string
  /** ISO. */
  at: string
}

/** How long its author may take a deletion back, in milliseconds: the ten seconds of the toast and a slow network. */
export const UNDO_MS = 60_000

const from: Record<CommentEvent['event'], readonly CommentState[]> = {
  delete: ['shown', 'held'],
  undelete: ['deleted'],
  approve: ['held'],
  hide: ['shown', 'held'],
  restore: ['hidden'],
}

/**
 * The state after an event, or null where it may not happen. A deletion is taken back to what was before it, within
 * `UNDO_MS`. What was restored or approved is shown.
 */
export function nextState(event: CommentEvent['event'], state: CommentState, log: readonly CommentEvent[], now: Date): CommentState | null {
  if (!from[event].includes(state)) return null
  if (event === 'delete') return 'deleted'
  if (event === 'hide') return 'hidden'
  if (event !== 'undelete') return 'shown'
  const last = log.at(-1)
  const inTime = last?.event === 'delete' && now.getTime() - Date.parse(last.at) <= UNDO_MS
  return inTime ? last.from : null
}

/** A row's facts from its JSON; a row without any has none. */
export function readFacts(json: unknown): CommentFacts {
  const facts = (json ?? {}) as Partial<CommentFacts>
  return { findings: facts.findings ?? [], log: facts.log ?? [] }
}
