/**
 * Key of `req.context` on the requests of what is made as if it had happened earlier (the demo world): the moment, ISO.
 * Rows that hooks write are stamped with it, nobody gets letters about it, and no work is queued for the search index. Only our own code sets a context: requests
 * from outside cannot bring one.
 */
export const pastMark = 'past'

/** The earlier moment that a request stands for; null on every ordinary one. */
export function pastOf({ context }: { context: Record<string, unknown> }): Date | null {
  const moment = context[pastMark]
  return typeof moment === 'string' ? new Date(moment) : null
}
