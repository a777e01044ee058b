/** The pages that are the same for everybody, by the kind of what they show. */
export const publicPageKinds = ['home', 'post', 'videoNote', 'product', 'creator', 'topic', 'topics', 'search', 'board'] as const

export type PublicPageKind = (typeof publicPageKinds)[number]

const paths: Record<PublicPageKind, RegExp> = {
  home: /^\/(?:zh|en)$/,
  post: /^\/(?:zh|en)\/p\/[^/]+$/,
  videoNote: /^\/(?:zh|en)\/v\/[^/]+$/,
  product: /^\/(?:zh|en)\/product\/[^/]+$/,
  creator: /^\/(?:zh|en)\/creator\/[^/]+$/,
  topic: /^\/(?:zh|en)\/topic\/[^/]+$/,
  topics: /^\/(?:zh|en)\/topics$/,
  search: /^\/(?:zh|en)\/search$/,
  board: /^\/(?:zh|en)\/boards\/[^/]+$/,
}

/**
 * Which public page a path is; null for everything else. Public pages are kept and shared by all visitors (so a loader of
 * theirs reads nothing of the visitor), and their script waits until it is wanted.
 */
export function publicPageKind(path: string): PublicPageKind | null {
  return publicPageKinds.find((kind) => paths[kind].test(path)) ?? null
}
