import type { PayloadRequest } from 'payload'
import { priceBands } from '../../lib/price-bands.ts'
import { type FacetName, type FlagName, facetNames, flagNames, type SearchFilters } from '../../lib/search-params.ts'
import type { FacetCount, FacetField, Filter } from '../../modules/discovery/index.ts'
import { readShelfNames } from '../../modules/discovery/store.ts'
import type { Ask } from './search-ask.ts'
import { allOf, chosenConditions, facetFieldOf } from './search-filter.ts'
import type { SearchFacetFacts, ShopLocale } from './views.ts'

/** So many values of a facet are shown; those that are chosen always. */
const SHOWN = 8
/** What a flag counts. */
const flagValues: Record<FlagName, string> = { stock: 'true', sale: 'true', video: 'video-note' }

interface Wanted {
  q: string
  filters: SearchFilters
  /** Conditions that are no choice of the reader's: the kind, what is kept out. */
  fixed: readonly (Filter | null)[]
  locale: ShopLocale
}

/**
 * The values that one can filter by, with how many hits each has. The values of a facet are counted as if nothing of it
 * were chosen (they are alternatives), everything else as it is.
 */
export async function readFacets(ask: Ask, req: PayloadRequest, { q, filters, fixed, locale }: Wanted): Promise<SearchFacetFacts[]> {
  const counted = new Map<FacetField, readonly FacetCount[]>()
  const chosen = [...facetNames.filter((name) => filters[name].length > 0), ...flagNames.filter((name) => filters[name])]
  const open = [...facetNames, ...flagNames].filter((name) => !chosen.includes(name)).map((name) => facetFieldOf[name])
  const all = await ask({ q, ...allOf([...fixed, ...chosenConditions(filters)]), facets: [...new Set(open)], hitsPerPage: 1 })
  for (const field of open) counted.set(field, all.facets[field] ?? [])
  for (const name of chosen) {
    const field = facetFieldOf[name]
    const { facets } = await ask({ q, ...allOf([...fixed, ...chosenConditions(filters, name)]), facets: [field], hitsPerPage: 1 })
    counted.set(field, facets[field] ?? [])
  }
  const values = (name: FacetName) => shownValues(name, counted.get(facetFieldOf[name]) ?? [], filters[name])
  const categories = await readShelfNames(req, 'categories', slugsOf(values('category')), locale)
  const topics = await readShelfNames(req, 'topics', slugsOf(values('topic')), locale)
  const label = (name: FacetName, value: string) =>
    name === 'category' ? categories.get(value) : name === 'topic' ? topics.get(value) : value
  const facets = facetNames.map((name) => ({
    name,
    values: values(name).flatMap(({ value, count }) => {
      const shown = label(name, value)
      return shown === undefined ? [] : [{ value, label: shown, count, on: filters[name].includes(value) }]
    }),
  }))
  const flags = flagNames.map((name) => ({
    name,
    values: (counted.get(facetFieldOf[name]) ?? [])
      .filter(({ value }) => value === flagValues[name])
      .map(({ count }) => ({ value: '1', label: '', count, on: filters[name] })),
  }))
  const zero = flagNames.filter((name) => filters[name] && !flags.some((flag) => flag.name === name && flag.values.length > 0))
  return [...facets, ...flags, ...zero.map((name) => ({ name, values: [{ value: '1', label: '', count: 0, on: true }] }))].filter(
    (facet) => facet.values.some(({ on }) => on) || isChoice(facet),
  )
}

/** A facet with a single value that every hit has divides nothing: it is shown only where there is a choice. */
const isChoice = ({ name, values }: SearchFacetFacts): boolean =>
  flagNames.some((flag) => flag === name) ? values.length > 0 : values.length > 1

function shownValues(name: FacetName, counts: readonly FacetCount[], chosen: readonly string[]): FacetCount[] {
  const missing = chosen.filter((value) => !counts.some((one) => one.value === value)).map((value) => ({ value, count: 0 }))
  const all = [...counts, ...missing]
  if (name === 'price') return priceBands.flatMap((band) => all.find(({ value }) => value === band.name) ?? [])
  return all.filter(({ value }, at) => at < SHOWN || chosen.includes(value))
}

const slugsOf = (values: readonly FacetCount[]): string[] => values.map(({ value }) => value)
