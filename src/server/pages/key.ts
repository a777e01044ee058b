/**
 * What a kept page may depend on, and nothing else: the site's own address, path, language, allowed query parameters, and
 * whether it is HTML or React Router's data. Cookies, other headers and unknown parameters never reach the render, so a
 * kept page cannot differ by visitor, and `?utm_source=…` or `?x=<random>` finds the entry that is already there.
 */
export type Representation = 'html' | 'data'

export interface PageKey {
  /** Identity in the cache. */
  key: string
  /** Path and query to render: canonical, without anything unknown. */
  url: string
  /** Address of the site that the page names, without a trailing slash. */
  origin: string
  representation: Representation
  /** The address holds free text or a cursor: endlessly many such pages exist, so none is protected. */
  open: boolean
}

/** What a parameter's value means for its page: its canonical spelling, nothing (dropped), or a page that is not kept. */
export interface ParamRule {
  read(value: string): string | undefined | 'ordinary'
  open?: boolean
  /** How many values may stand side by side; the first alone when absent. */
  many?: number
}

export interface PageRules {
  /** The parameters that a public page may depend on; undefined when the path is no public page (studio, cart, …). */
  paramsOf(path: string): Readonly<Record<string, ParamRule>> | undefined
}

const MAX_PATH = 300

/** The key of a request target, or undefined when this request is not for the page cache. */
export function pageKey(target: string, origin: string, rules: PageRules): PageKey | undefined {
  const cut = target.indexOf('?')
  const path = canonicalPath(cut < 0 ? target : target.slice(0, cut))
  if (path === undefined) return undefined
  const data = path.endsWith('.data')
  const params = rules.paramsOf(data ? path.slice(0, -'.data'.length) : path)
  if (!params) return undefined
  const query = cut < 0 ? none : allowedQuery(target.slice(cut + 1), params)
  if (!query) return undefined
  const url = path + query.text
  const representation = data ? 'data' : 'html'
  return { key: `${representation} ${origin} ${url}`, url, origin, representation, open: query.open }
}

const none = { text: '', open: false }

/** One spelling per path, so that `/p/a` and `/p/%61` share an entry; odd paths are left to the ordinary handler. */
function canonicalPath(path: string): string | undefined {
  if (path.length > MAX_PATH || path.includes('//') || (path.length > 1 && path.endsWith('/'))) return undefined
  if (/^[\w\-/~]*(\.data)?$/.test(path)) return path
  if (/%(2f|3f|23|5c|00)|[\\#]/i.test(path)) return undefined
  try {
    const decoded = decodeURIComponent(path)
    const { pathname } = new URL(encodeURI(decoded), 'http://x')
    return decodeURIComponent(pathname) === decoded ? pathname : undefined // `..` changes the path: not ours
  } catch {
    return undefined
  }
}

/** Allowed parameters in a fixed order, each at most once (the first that is valid). Undefined: not a page to keep. */
function allowedQuery(query: string, params: Readonly<Record<string, ParamRule>>): { text: string; open: boolean } | undefined {
  const kept = new URLSearchParams()
  const given = new URLSearchParams(query)
  let open = false
  for (const name of Object.keys(params).sort()) {
    const rule = params[name]
    const values = knownValues(given.getAll(name), rule)
    if (values.includes('ordinary')) return undefined
    if (values.length === 0) continue
    for (const value of values) kept.append(name, value)
    open ||= rule?.open ?? false
  }
  const text = kept.toString()
  return { text: text && `?${text}`, open }
}

/** In one order, so that the same choice has one entry. */
function knownValues(values: readonly string[], rule: ParamRule | undefined): string[] {
  const known = [...new Set(values)].flatMap((value) => rule?.read(value) ?? [])
  return known.slice(0, rule?.many ?? 1).sort()
}
