import type { Ctx } from '../../context.ts'
import { tag } from '../../lib/page-tags.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import { findLinkRows } from '../../modules/catalogue/store/links.ts'
import { findMediaRows } from '../../modules/media/store/find-media.ts'
import { readLinkCode } from '../../modules/publishing/index.ts'
import { pageShows } from '../pages/page-shows.ts'
import { creatorFacts } from './around.ts'
import { idOf } from './media-facts.ts'
import type { CreatorFacts } from './views.ts'

/** Whose link led here: the code as it is stored and its creator; null when the code is none of this product's, or she is suspended. */
export async function readVia(
  ctx: Ctx,
  { code, productId }: { code: string; productId: string },
): Promise<{ code: string; creator: CreatorFacts } | null> {
  const req = await ctx.req()
  const wanted = readLinkCode(code)
  const [link] = wanted ? await findLinkRows(req, { code: wanted }) : []
  if (!link || link.product !== productId) return null
  pageShows(tag.creator(link.creator))
  const creators = await findCreatorRows(req, [link.creator])
  const creator = creators.get(link.creator)
  if (creator?.status !== 'active') return null
  const avatar = idOf(creator.avatar)
  const media = await findMediaRows(req, avatar ? [avatar] : [])
  return { code: link.code, creator: creatorFacts({ creators, media }, link.creator) }
}
