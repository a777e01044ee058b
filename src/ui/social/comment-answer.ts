import type { CommentWords } from '../view/social.ts'

/** Longest comment, in characters; the server counts again. */
export const COMMENT_MAX = 500

export type CommentProblem = 'required' | 'too_long' | 'blocked' | 'too_many' | 'gone' | 'failed'

/** What the route of comments answers to a form of ours. */
export type CommentAnswer =
  | { ok: true; added: { comment: CommentWords; parent: string | null; state: 'shown' | 'held' } }
  | { ok: true; moved: { id: string; state: 'shown' | 'held' | 'deleted' | 'hidden' } }
  | { ok: false; problem: CommentProblem; phrase?: string; body?: string }

export const isCommentAnswer = (answer: unknown): answer is CommentAnswer => typeof answer === 'object' && answer !== null && 'ok' in answer
