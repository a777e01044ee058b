import type { Ctx } from '../../context.ts'
import { findLink, type LinkFacts } from '../../modules/touches/store/links.ts'

/** How old a remembered link may be, ms: a take-down or suspension takes effect within a second. */
const freshMs = 900
const most = 10_000

interface Remembered {
  until: number
  link: Promise<LinkFacts | null>
}

const known = new WeakMap<Ctx, Map<string, Remembered>>()

/**
 * The link of a code, remembered for less than a second, so that a code which many people click costs one look-up a
 * second. Bounded, the oldest first; requests that come together share one look-up, and a failed one is not remembered.
 */
export function knownLink(ctx: Ctx, code: string): Promise<LinkFacts | null> {
  if (!/^[\w-]{1,40}$/.test(code)) return Promise.resolve(null)
  const ours = known.get(ctx) ?? new Map<string, Remembered>()
  known.set(ctx, ours)
  const now = performance.now()
  const entry = ours.get(code)
  if (entry && entry.until > now) return entry.link
  const link = lookUp(ctx, code)
  // A Map keeps the order of first insertion: the newest must stand last.
  ours.delete(code)
  ours.set(code, { until: now + freshMs, link })
  link.catch(() => ours.delete(code))
  for (const oldest of ours.keys()) {
    if (ours.size <= most) break
    ours.delete(oldest)
  }
  return link
}

const lookUp = async (ctx: Ctx, code: string): Promise<LinkFacts | null> => findLink(await ctx.req(), code)

/** ATT-06: whether a click on this link is a touch: switched on, its creator and its piece in good standing, leading somewhere. */
export const isCounting = (link: LinkFacts): boolean =>
  link.status === 'active' && link.creatorActive && link.pieceVisible !== false && (link.slug !== null || outsideOf(link) !== null)

/** The address elsewhere that a link leads to; null for a product of ours and for what no browser should be sent to. */
export function outsideOf({ url, product }: Pick<LinkFacts, 'url' | 'product'>): string | null {
  if (product !== null || url === null || !URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}
