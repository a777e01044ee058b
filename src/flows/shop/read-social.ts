import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { tag } from '../../lib/page-tags.ts'
import { collectsCounter } from '../../modules/boards/index.ts'
import { likesCounter } from '../../modules/engagement/index.ts'
import { readCounters } from '../../modules/engagement/store/counters.ts'
import { targetTag } from '../comments/find-target.ts'
import { readComments } from '../comments/list-comments.ts'
import type { CommentListFacts } from '../comments/views.ts'
import { keptPart, pageShows } from '../pages/page-shows.ts'

export interface SocialFacts {
  comments: CommentListFacts
  likes: number
  collects: number
}

interface About {
  kind: 'posts' | 'video-notes' | 'products'
  id: string
  /** Creator profile of a piece's author; null for a product. */
  author: string | null
  /** The product itself, or those of the piece: for the badges of buyers. */
  products: readonly string[]
}

/** What people did with a public piece or product, for its page: the first comments, likes and collects. */
export const readSocial = (ctx: Ctx, about: About): Promise<SocialFacts> =>
  keptPart(`social ${about.kind} ${about.id}`, () => read(ctx, about))

async function read(ctx: Ctx, { products, ...target }: About): Promise<SocialFacts> {
  const req: PayloadRequest = await ctx.req()
  pageShows(tag.counts(target.id), targetTag(target), ...products.map(tag.product))
  const counters = await readCounters(req, [likesCounter(target.id), collectsCounter(target.id)])
  return {
    comments: await readComments(req, { ...target, products: [...products] }),
    likes: counters.get(likesCounter(target.id)) ?? 0,
    collects: counters.get(collectsCounter(target.id)) ?? 0,
  }
}
