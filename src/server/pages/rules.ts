import { isId } from '../../lib/ids.ts'
import { type PublicPageKind, publicPageKind } from '../../lib/public-pages.ts'
import { facetNames, facetValuesMost, flagNames, isSearchValue, searchKinds, searchSorts } from '../../lib/search-params.ts'
import type { PageRules, ParamRule } from './key.ts'

/** One of a few words; the first is what the page shows anyway, so it is left out of the address. */
const word = (...known: [standard: string, ...others: string[]]): ParamRule => ({
  read: (value) => (value !== known[0] && known.includes(value) ? value : undefined),
})

const cursor: ParamRule = { open: true, read: (value) => (/^[\w-]{1,200}$/.test(value) ? value : undefined) }
const pageNumber: ParamRule = { open: true, read: (value) => (/^[2-9]$|^[1-9]\d{1,2}$/.test(value) ? value : undefined) }

/** What is searched for: free text. Longer ones are made and not kept. */
const query: ParamRule = {
  open: true,
  read: (value) => {
    const text = value.trim()
    if (text === '') return undefined
    return text.length <= 60 ? text : 'ordinary'
  },
}

/** A link's code or a variant: the loader answers one that is none of this product's with its plain address, which is not kept. */
const linkCode: ParamRule = { open: true, read: (value) => (/^[\w-]{1,40}$/.test(value) ? value : undefined) }
const id: ParamRule = { open: true, read: (value) => (isId(value) ? value : undefined) }

/** Filters of a search, several of one name at once: any of them may match. */
const searchFilter = (name: string): ParamRule => ({
  open: true,
  many: facetValuesMost,
  read: (value) => (isSearchValue(name, value) ? value : undefined),
})

/** The parameters that a page may depend on, by its kind. A new one is named here, or the page never sees it. */
const params: Record<PublicPageKind, Readonly<Record<string, ParamRule>>> = {
  home: { after: cursor, tab: word('for-you', 'following', 'trending') },
  post: {},
  videoNote: {},
  product: { variant: id, via: linkCode },
  creator: { after: cursor, kind: word('all', 'post', 'video-note', 'boards') },
  topic: { after: cursor, sort: word('newest', 'hot') },
  topics: {},
  search: {
    q: query,
    page: pageNumber,
    kind: word(...searchKinds),
    sort: word(...searchSorts),
    ...Object.fromEntries([...facetNames, ...flagNames].map((name) => [name, searchFilter(name)])),
  },
  board: { after: cursor },
}

/** Which requests are for public pages, and on what these depend (DESIGN.md, Pages). */
export const publicPages: PageRules = {
  paramsOf: (path) => {
    const kind = publicPageKind(path)
    return kind ? params[kind] : undefined
  },
}
