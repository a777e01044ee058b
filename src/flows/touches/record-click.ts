import type { Ctx } from '../../context.ts'
import { cookieNames } from '../../lib/cookies.ts'
import { isId } from '../../lib/ids.ts'
import type { Visit } from '../../lib/visit.ts'
import type { LinkFacts } from '../../modules/touches/store/links.ts'
import { captureTouch, type Signs } from './capture-touch.ts'
import { knownLink, outsideOf } from './known-links.ts'

export interface Click extends Signs {
  code: string
  /** Where the link stood, as our own pages and shares name it in `from`; what is not on the list is dropped. */
  from?: unknown
  /** The share that led here. */
  share?: unknown
  /** The address carries what advertising networks add to clicks that were paid for (ATT-37). */
  paidAd?: boolean
  /** Language of our own page on which the link stood: the reader stays in it. Null when he comes from elsewhere. */
  pageLanguage?: 'zh' | 'en' | null
}

/** S-38: the places that a link of ours may name. */
const channels = ['page', 'feed', 'search', 'follow', 'creator', 'topic', 'share', 'qr'] as const

/**
 * `GET /go/:code`: records the touch and says where to go. ATT-06: whatever the code is, the answer is a page and never an
 * error: the product when it is known, else home.
 */
export async function recordClick(ctx: Ctx, visit: Visit, click: Click): Promise<{ location: string; setCookies: string[] }> {
  const link = await knownLink(ctx, click.code)
  const { from, share, pageLanguage, paidAd = false, code: _, ...signs } = click
  const channel = paidAd ? 'ad' : (channels.find((name) => name === from) ?? null)
  const { touchId, setCookies } = await captureTouch(ctx, visit, link, {
    ...signs,
    kind: 'click',
    channel,
    parentShare: isId(share) ? share : null,
  })
  return { location: whereTo(visit, link, { pageLanguage: pageLanguage ?? null, touchId }), setCookies }
}

function whereTo(
  visit: Visit,
  link: LinkFacts | null,
  { pageLanguage, touchId }: { pageLanguage: 'zh' | 'en' | null; touchId: string | null },
): string {
  const saved = visit.cookies[cookieNames.language]
  const language = pageLanguage ?? (saved === 'zh' || saved === 'en' ? saved : (link?.language ?? 'zh'))
  if (link?.slug) return `/${language}/product/${encodeURIComponent(link.slug)}?via=${encodeURIComponent(link.code)}`
  const outside = link && link.status === 'active' && link.creatorActive && link.pieceVisible !== false ? outsideOf(link) : null
  return outside === null ? `/${language}` : withClick(outside, touchId)
}

/** The address elsewhere with the name of the touch in it: the other shop sends it back with a sale (`POST /v1/conversions`). */
function withClick(address: string, touchId: string | null): string {
  if (touchId === null) return address
  const url = new URL(address)
  url.searchParams.set('zc_click', touchId)
  return url.href
}
