import type { Ctx } from '../../context.ts'
import { newId } from '../../lib/ids.ts'
import type { Visit } from '../../lib/visit.ts'
import { isCountedRequest } from '../../modules/attribution/index.ts'
import { serializeCookie, type TouchKind, touchRecord, visitorCookie } from '../../modules/touches/index.ts'
import type { LinkFacts } from '../../modules/touches/store/links.ts'
import { agentFacts } from './known-agents.ts'
import { isCounting } from './known-links.ts'

/** What of a request says whether a person made it; header values as they came, null when absent. */
export interface Signs {
  method: string
  purpose?: string | null
  secPurpose?: string | null
}

export interface Contact extends Signs {
  kind: Extract<TouchKind, 'click' | 'tag-open'>
  channel?: string | null
  parentShare?: string | null
}

export interface Captured {
  /** Whom the touch belongs to: what a basket filled by this request is stamped with. Null without a touch. */
  visitorId: string | null
  /** The touch that counts this contact, an earlier one when this repeats it (ATT-03). Null without one. */
  touchId: string | null
  setCookies: string[]
}

const nothing: Captured = { visitorId: null, touchId: null, setCookies: [] }

/**
 * Records a touch, durable before it answers (ATT-01), unless the rules make none of it: robots, prefetches and HEAD
 * (ATT-03), links that no longer count (ATT-06). The same visitor on the same link within 30 seconds makes one. When the
 * journal cannot write there is no touch and no cookie; the journal counts and reports the loss.
 */
export async function captureTouch(ctx: Ctx, visit: Visit, link: LinkFacts | null, contact: Contact): Promise<Captured> {
  const { kind, channel = null, parentShare = null, ...signs } = contact
  const agent = agentFacts(ctx, visit.userAgent)
  const isCounted = () => isCountedRequest({ ...signs, userAgent: visit.userAgent || null }, () => agent.isBot)
  if (!link || !isCounting(link) || !isCounted()) return nothing
  const { userId } = await visit.actor()
  const visitor = visit.visitorId ?? newId()
  const [id, at] = [newId(), ctx.clock.now().getTime()]
  const cookie = serializeCookie(visitorCookie(visitor, visit.consent, visit.secure))
  const { journal, recent } = ctx.touches
  const earlier = recent.claim(visitor, link.id, id, at)
  if (earlier !== null) return { visitorId: visitor, touchId: earlier, setCookies: [cookie] }
  const outcome = await journal.append(
    touchRecord({
      ...{ id, kind, at, visitor, channel, parentShare },
      account: userId,
      link: link.id,
      creator: link.creator,
      piece: link.piece,
      placement: link.placement,
      product: link.product,
      programme: link.programme,
      campaign: link.campaign,
      referrerHost: visit.referrerHost,
      consent: visit.consent,
      device: agent.device,
      userAgentHash: agent.hash,
    }),
  )
  if (outcome !== 'lost') return { visitorId: visitor, touchId: id, setCookies: [cookie] }
  recent.release(visitor, link.id, id)
  return nothing
}
