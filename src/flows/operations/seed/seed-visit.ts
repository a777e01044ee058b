import type { Actor } from '../../../lib/actor.ts'
import { anonymous } from '../../../lib/actor.ts'
import { cookieNames, parseCookies } from '../../../lib/cookies.ts'
import { derivedId } from '../../../lib/derived-id.ts'
import { newId } from '../../../lib/ids.ts'
import type { Visit } from '../../../lib/visit.ts'

/** The visit of a person on a phone, as the server would make it of a request. */
export const seedVisit = (actor: Actor = anonymous): Visit => ({
  actor: async () => actor,
  sessionToken: null,
  forwarded: false,
  visitorId: null,
  cookies: {},
  userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
  referrerHost: null,
  consent: 'granted',
  requestId: newId(),
  nonce: '',
  secure: false,
  origin: 'http://127.0.0.1',
})

/** The visit of somebody on a device that others use, too: always the same visitor for the same name. */
export function onDevice(visit: Visit, name: string | undefined): Visit {
  return name === undefined ? visit : { ...visit, visitorId: derivedId(`demo device ${name}`) }
}

/** The visit that the same browser makes after these answers. */
export function withAnswer(visit: Visit, setCookies: readonly string[]): Visit {
  const cookies: Record<string, string> = { ...visit.cookies }
  for (const one of setCookies) Object.assign(cookies, parseCookies(one.split(';')[0]))
  return { ...visit, cookies, visitorId: cookies[cookieNames.visitor] ?? visit.visitorId }
}
