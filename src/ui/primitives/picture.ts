import { thumbHashToRGBA } from 'thumbhash'
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

/** Hashes are decoded once: a feed shows the same pictures to everybody. */
const placeholders = new Map<string, string | undefined>()
const REMEMBERED = 2_000

/**
 * What is shown in a picture's place before it comes, as a CSS background: its colours from top to bottom, in sixty
 * bytes where the blurred picture itself would be two thousand. Undefined when there is no (valid) hash.
 */
export function placeholder(thumbhash: string | undefined): string | undefined {
  if (!thumbhash) return undefined
  if (!placeholders.has(thumbhash)) {
    if (placeholders.size >= REMEMBERED) placeholders.clear()
    placeholders.set(thumbhash, gradientOf(thumbhash))
  }
  return placeholders.get(thumbhash)
}

function gradientOf(thumbhash: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(thumbhash), (char) => char.charCodeAt(0))
    if (bytes.length < 5) return undefined
    const { w, h, rgba } = thumbHashToRGBA(bytes)
    return `linear-gradient(${[0, 1, 2].map((band) => bandColour(rgba, w, h, band)).join(',')})`
  } catch {
    return undefined
  }
}

/** Average colour of the upper, middle or lower third; what is see-through does not count. */
function bandColour(rgba: Uint8Array, width: number, height: number, band: number): string {
  const sum = [0, 0, 0]
  let weight = 0
  for (let at = Math.floor((band * height) / 3) * width * 4; at < Math.floor(((band + 1) * height) / 3) * width * 4; at += 4) {
    const alpha = rgba[at + 3] ?? 0
    weight += alpha
    for (const channel of [0, 1, 2]) sum[channel] = (sum[channel] ?? 0) + (rgba[at + channel] ?? 0) * alpha
  }
  const hex = sum.map((one) =>
    Math.round(weight > 0 ? one / weight : 255)
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${hex.join('')}`
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
