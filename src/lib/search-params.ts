import { priceBands } from './price-bands.ts'

/**
 * What a search page is asked for, in its address. The one place that knows which values count: the page reads them, the
 * links write them, and the page cache keeps nothing for others.
 */
export const searchKinds = ['all', 'post', 'video-note', 'product', 'creator'] as const
export type SearchKindName = (typeof searchKinds)[number]

export const searchSorts = ['relevance', 'newest', 'price-up', 'price-down', 'likes'] as const
export type SearchSort = (typeof searchSorts)[number]

/** Facets with several values, of which any may match. */
export const facetNames = ['category', 'topic', 'brand', 'price', 'level', 'language'] as const
export type FacetName = (typeof facetNames)[number]

/** Conditions that are on or off. */
export const flagNames = ['stock', 'sale', 'video'] as const
export type FlagName = (typeof flagNames)[number]

export type SearchFilters = Record<FacetName, readonly string[]> & Record<FlagName, boolean>

/** At most so many values of one facet. */
export const facetValuesMost = 8

const slug = /^[\p{L}\p{N}][\p{L}\p{N}-]{0,119}$/u

/** Whether a value may stand in the address for a facet. */
const fits: Record<FacetName, (value: string) => boolean> = {
  category: (value) => slug.test(value),
  topic: (value) => slug.test(value),
  brand: (value) => value.trim() === value && value.length > 0 && value.length <= 60,
  price: (value) => priceBands.some(({ name }) => name === value),
  level: (value) => ['identity', 'professional', 'brand'].includes(value),
  language: (value) => value === 'zh' || value === 'en',
}

/** Whether the value of a parameter is one that the search page reads; unknown parameters and values are not. */
export function isSearchValue(name: string, value: string): boolean {
  if (isFlag(name)) return value === '1'
  return isFacet(name) && fits[name](value)
}

const isFacet = (name: string): name is FacetName => facetNames.some((one) => one === name)
const isFlag = (name: string): name is FlagName => flagNames.some((one) => one === name)

export const noFilters: SearchFilters = {
  category: [],
  topic: [],
  brand: [],
  price: [],
  level: [],
  language: [],
  stock: false,
  sale: false,
  video: false,
}

/** The filters of an address: values that are none are left out, the first eight of a facet count. */
export function readFilters(query: URLSearchParams): SearchFilters {
  const values = (name: FacetName) => [...new Set(query.getAll(name))].filter(fits[name]).slice(0, facetValuesMost).sort()
  return {
    ...(Object.fromEntries(facetNames.map((name) => [name, values(name)])) as Record<FacetName, string[]>),
    ...(Object.fromEntries(flagNames.map((name) => [name, query.get(name) === '1'])) as Record<FlagName, boolean>),
  }
}

export const readSort = (query: URLSearchParams): SearchSort => searchSorts.find((sort) => sort === query.get('sort')) ?? 'relevance'

/** Every chosen value with its facet, in the order of the page. */
export function chosenFilters(filters: SearchFilters): { name: FacetName | FlagName; value: string }[] {
  return [
    ...facetNames.flatMap((name) => filters[name].map((value) => ({ name, value }))),
    ...flagNames.flatMap((name) => (filters[name] ? [{ name, value: '1' }] : [])),
  ]
}

/** The filters with one value more or, where it is chosen, without it. */
export function toggleFilter(filters: SearchFilters, name: FacetName | FlagName, value: string): SearchFilters {
  if (isFlag(name)) return { ...filters, [name]: !filters[name] }
  const chosen = filters[name]
  return { ...filters, [name]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value].sort() }
}

export interface SearchAddress {
  q?: string
  kind?: SearchKindName
  sort?: SearchSort
  filters?: SearchFilters
  /** From 1. */
  page?: number
}

/** The query of a search page's address, in one spelling; empty when it asks for nothing. */
export function searchQuery({ q, kind = 'all', sort = 'relevance', filters = noFilters, page = 1 }: SearchAddress): string {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  if (kind !== 'all') params.set('kind', kind)
  for (const { name, value } of chosenFilters(filters)) params.append(name, value)
  if (sort !== 'relevance') params.set('sort', sort)
  if (page > 1) params.set('page', String(page))
  return params.toString()
}
