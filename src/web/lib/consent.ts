import { cookie, cookieNames, expiredCookie } from '../../lib/cookies.ts'
import type { Visit } from '../../lib/visit.ts'
import { serializeCookie, visitorCookie } from '../../modules/touches/index.ts'

/** After half a year one is asked again. */
const ANSWER_SECONDS = 180 * 86_400

/**
 * The cookies of an answer (ATT-02). Yes: the pseudonym of this session, if there is one, stays for its term. No: it goes
 * at once, and the next click gets one that ends with the session. The answer itself can be read by scripts: it decides
 * before the first paint whether to ask.
 */
export function consentCookies({ visitorId, secure }: Visit, consent: 'granted' | 'denied'): string[] {
  const answer = cookie(cookieNames.consent, consent, { maxAgeSeconds: ANSWER_SECONDS, secure, httpOnly: false })
  if (consent === 'denied') return [answer, expiredCookie(cookieNames.visitor, secure)]
  return visitorId ? [answer, serializeCookie(visitorCookie(visitorId, consent, secure))] : [answer]
}
