/** ATT-03: how long the same visitor on the same link counts once, in milliseconds. */
export const repeatWindowMs = 30_000

interface Seen {
  visitorId: string | null
  linkId: string | null
  at: Date
}

/**
 * ATT-03: whether a touch repeats the one that counted before: same visitor, same link, within 30 seconds, the 30th
 * included. Without a visitor or a link nothing can be a repeat.
 */
export function isRepeat(previous: Seen, touch: Seen): boolean {
  if (touch.visitorId === null || touch.linkId === null) return false
  if (previous.visitorId !== touch.visitorId || previous.linkId !== touch.linkId) return false
  const passed = touch.at.getTime() - previous.at.getTime()
  return passed >= 0 && passed <= repeatWindowMs
}

/** What of a request decides whether it is a person's visit. Header values as they came; null when absent. */
export interface RequestSigns {
  method: string
  userAgent: string | null
  /** `Purpose`, `X-Purpose` or `X-Moz`. */
  purpose?: string | null
  /** `Sec-Purpose`. */
  secPurpose?: string | null
}

/**
 * ATT-03: bots, prefetches and previews, and HEAD make no touch. Which agents are bots is the caller's list, since a
 * module carries none; a missing agent is no bot, since some people send none.
 */
export function isCountedRequest(request: RequestSigns, isBot: (userAgent: string) => boolean): boolean {
  if (request.method !== 'GET' && request.method !== 'POST') return false
  const purposes = `${request.purpose ?? ''} ${request.secPurpose ?? ''}`
  if (/\b(prefetch|prerender|preview)\b/i.test(purposes)) return false
  return !request.userAgent || !isBot(request.userAgent)
}
