import { useT } from '../i18n/index.ts'
import { comments as messages } from '../i18n/messages/comments.ts'
import { COMMENT_MAX, type CommentAnswer, type CommentProblem } from './comment-answer.ts'

const texts = {
  required: 'commentRequired',
  too_long: 'commentTooLong',
  blocked: 'commentBlocked',
  too_many: 'commentTooMany',
  gone: 'commentGone',
  failed: 'commentFailed',
} as const satisfies Record<CommentProblem, keyof (typeof messages)['zh']>

/** Why a comment was refused, as a sentence under its field; undefined when it was not. */
export function useProblemText(answer: Extract<CommentAnswer, { ok: false }> | undefined): string | undefined {
  const t = useT(messages)
  return answer ? t(texts[answer.problem], { max: COMMENT_MAX, phrase: answer.phrase ?? '' }) : undefined
}
