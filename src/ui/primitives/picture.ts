import { thumbHashToAverageRGBA } from 'thumbhash'
import type { MediaSource, MediaView } from '../view/media.ts'

/** The `srcset` of the sizes of one type, narrowest first, each width once. */
export const srcSet = (sources: readonly MediaSource[]): string =>
  [...new Map(sources.map((source) => [source.width, source])).values()]
    .sort((a, b) => a.width - b.width)
    .map((source) => `${source.url} ${source.width}w`)
    .join(', ')

export interface PictureSources {
  /** `<source>` elements: smaller formats first, so that a browser takes the best that it knows. */
  sources: { type: string; srcSet: string }[]
  /** What every browser can show. */
  fallback: { src: string; srcSet: string | undefined } | undefined
}

const rank = (type: string): number => ['image/avif', 'image/webp', 'image/png', 'image/jpeg'].indexOf(type)

/** Groups sizes by type: AVIF before WebP; the last type is the fallback `<img>`. */
export function pictureSources(media: Pick<MediaView, 'sources' | 'posterUrl'>): PictureSources {
  const types = [...new Set(media.sources.map((source) => source.type))].sort((a, b) => rank(a) - rank(b))
  const last = types.at(-1)
  if (last === undefined) return { sources: [], fallback: media.posterUrl ? { src: media.posterUrl, srcSet: undefined } : undefined }
  const of = (type: string) => media.sources.filter((source) => source.type === type)
  const widest = of(last).reduce((a, b) => (b.width > a.width ? b : a))
  return {
    sources: types.slice(0, -1).map((type) => ({ type, srcSet: srcSet(of(type)) })),
    fallback: { src: widest.url, srcSet: srcSet(of(last)) },
  }
}

/** The average colour of a picture, shown in its place before it comes; undefined when there is no (valid) hash. */
export function placeholderColour(thumbhash: string | undefined): string | undefined {
  if (!thumbhash) return undefined
  try {
    const bytes = Uint8Array.from(atob(thumbhash), (char) => char.charCodeAt(0))
    if (bytes.length < 5) return undefined
    const { r, g, b } = thumbHashToAverageRGBA(bytes)
    return `rgb(${Math.round(r * 255)} ${Math.round(g * 255)} ${Math.round(b * 255)})`
  } catch {
    return undefined
  }
}

const feedRatios = [
  { css: '3/4', value: 3 / 4 },
  { css: '4/5', value: 4 / 5 },
  { css: '1/1', value: 1 },
] as const

/** The feed's ratio nearest to a picture's own (ui/README, "Space, grid"): 3:4, 4:5 or 1:1. Nearness is by proportion, not difference. */
export function feedRatio(width: number, height: number): (typeof feedRatios)[number] {
  const own = width > 0 && height > 0 ? width / height : 1
  const distance = (value: number) => Math.abs(Math.log(own / value))
  return feedRatios.reduce((best, ratio) => (distance(ratio.value) < distance(best.value) ? ratio : best))
}
