import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import { findTopicRows } from '../../modules/catalogue/store/shelf.ts'
import { followersCounter } from '../../modules/engagement/index.ts'
import { readCounters } from '../../modules/engagement/store/counters.ts'
import { findMediaRows } from '../../modules/media/store/find-media.ts'
import { readReviewSettings } from '../../modules/moderation/store.ts'
import { idOf, pictureFacts } from '../shop/media-facts.ts'
import { textIn } from '../shop/product-facts.ts'
import type { CreatorFacts } from '../shop/views.ts'

/** What the studio's pages know beside the pieces. */
export interface StudioFacts {
  /** As readers see her on a piece. */
  author: CreatorFacts & { followers: number; verticals: string[] }
  /** ISO. */
  joinedAt: string
  currency: string
  /** Topics that a piece can be put under, with their names in both languages. */
  topics: { id: string; name: { zh: string; en: string } }[]
  /** DIS-1: on a site for mainland China every piece that one can buy from is an ad. */
  buyableIsAd: boolean
}

/** A creator's own profile and the shop's rules for writing. Failure `forbidden` for an account without a profile. */
export async function readStudio(ctx: Ctx, actor: Actor): Promise<Result<StudioFacts>> {
  const { creatorId } = actor
  const req = await ctx.req()
  const row = creatorId === null ? undefined : (await findCreatorRows(req, [creatorId])).get(creatorId)
  if (!row) return fail('forbidden', 'Only creators write pieces: become a creator first.')
  const media = await findMediaRows(req, [idOf(row.avatar) ?? ''].filter(Boolean))
  const avatar = pictureFacts(media, idOf(row.avatar))
  const counter = followersCounter(row.id)
  const followers = (await readCounters(req, [counter])).get(counter) ?? 0
  const { currency } = await ctx.payload.findGlobal({ slug: 'shop-settings', depth: 0, req })
  return ok({
    author: {
      id: row.id,
      handle: row.handle,
      name: row.displayName,
      ...(avatar ? { avatar } : {}),
      followers,
      verticals: row.verticals ?? [],
    },
    joinedAt: row.createdAt,
    currency,
    topics: (await findTopicRows(req, {})).map((topic) => ({
      id: topic.id,
      name: { zh: textIn(topic.name, 'zh')?.text ?? topic.slug, en: textIn(topic.name, 'en')?.text ?? topic.slug },
    })),
    buyableIsAd: (await readReviewSettings(req)).market === 'cn',
  })
}
