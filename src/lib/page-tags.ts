import { newId } from './ids.ts'

/**
 * What a kept page shows, in the only spelling that there is: pages collect tags while they are rendered, changes name
 * the same tags in their purge, and every page with one of them is made again.
 */
export const tag = {
  /** A post or a video note by its id: text, pictures, state, restriction, comments. */
  piece: (id: string) => `piece:${id}` as const,
  /** A product by its id: text, pictures, prices, stock, recommendations, comments. */
  product: (id: string) => `product:${id}` as const,
  /** A product by its address, for a page that did not find it. */
  productSlug: (slug: string) => `product-slug:${slug}` as const,
  /** The numbers beside a piece, a product or a creator on its own page: a like makes that page anew, not every card of it. */
  counts: (id: string) => `counts:${id}` as const,
  creator: (id: string) => `creator:${id}` as const,
  creatorHandle: (handle: string) => `creator-handle:${handle}` as const,
  topic: (id: string) => `topic:${id}` as const,
  /** The list of topics beside feeds and searches. */
  topics: () => 'topics' as const,
  topicSlug: (slug: string) => `topic-slug:${slug}` as const,
  board: (id: string) => `board:${id}` as const,
  /** A list that a new or vanished piece or product changes: home, search, sitemap. */
  feed: (name: 'home' | 'trending' | 'search' | 'sitemap') => `feed:${name}` as const,
  /** A picture or film that is not ready yet, where it stands. */
  media: (id: string) => `media:${id}` as const,
  /** On every page: settings, frame, words of the interface. */
  site: () => 'site' as const,
}

export type PageTag = ReturnType<(typeof tag)[keyof typeof tag]>

/** The row of the purge log that makes every kept page with one of these tags old. */
export const purgeRow = (tags: readonly PageTag[]) => ({
  collection: 'cache-purges' as const,
  data: { id: newId(), tags: [...new Set(tags)] },
})

/** Set on the context of a request that wrote a purge: after its commit the process looks at the purge log at once. */
export const purgedMark = 'pagesPurged'

/**
 * Collects what one render shows. Add the tag BEFORE the query, also when nothing is found: a kept 404 has to vanish when
 * the piece is published.
 */
export class TagCollector {
  readonly tags = new Set<PageTag>()
  storable = true

  add(...tags: PageTag[]): void {
    for (const one of tags) this.tags.add(one)
  }

  /** The page depends on the visitor or the minute: it is sent, and never kept. */
  doNotKeep(): void {
    this.storable = false
  }
}
