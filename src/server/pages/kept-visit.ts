import { anonymous } from '../../lib/actor.ts'
import type { Visit } from '../../lib/visit.ts'

/**
 * The visit of a page that is made for everybody: nobody's. A loader that asks it for something personal gets a guest's
 * answer, and `onPersonal` is told: such a page must not be kept, nor handed to anybody else.
 */
export function keptVisit({ origin, nonce }: { origin: string; nonce: string }, onPersonal: () => void): Visit {
  const personal = <T>(value: T): T => {
    onPersonal()
    return value
  }
  return {
    origin,
    nonce,
    secure: origin.startsWith('https:'),
    requestId: '',
    actor: async () => personal(anonymous),
    get sessionToken() {
      return personal(null)
    },
    get forwarded() {
      return personal(false)
    },
    get visitorId() {
      return personal(null)
    },
    get cookies() {
      return personal({})
    },
    get userAgent() {
      return personal('')
    },
    get referrerHost() {
      return personal(null)
    },
    get consent() {
      return personal('unknown' as const)
    },
  }
}
