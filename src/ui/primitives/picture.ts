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
    return bytes.length < 5 ? undefined : `linear-gradient(${bandsOf(bytes).join(',')})`
  } catch {
    return undefined
  }
}

/**
 * The average colours of the upper, middle and lower third. A ThumbHash is a cosine transform of the picture's lightness
 * and two colour differences; of a row's average only the waves from top to bottom remain, so that neither its pixels nor
 * the library that draws them are needed.
 */
function bandsOf(hash: Uint8Array): string[] {
  const byte = (at: number): number => hash[at] ?? 0
  const [head, more] = [byte(0) | (byte(1) << 8) | (byte(2) << 16), byte(3) | (byte(4) << 8)]
  const [alpha, wide] = [head >> 23, more >> 15]
  const [long, short] = [alpha ? 5 : 7, more & 7]
  let half = alpha ? 12 : 10
  const channel = (nx: number, ny: number, start: number, scale: number): number[] => {
    let bands = [start, start, start]
    for (let cy = 0; cy < ny; cy += 1)
      for (let cx = cy ? 0 : 1; cx * ny < nx * (ny - cy); cx += 1, half += 1) {
        const wave = (((byte(half >> 1) >> ((half & 1) * 4)) & 15) / 7.5 - 1) * scale
        if (cx === 0) bands = bands.map((sum, band) => sum + 2 * wave * meanOf(cy, band))
      }
    return bands
  }
  const light = channel(Math.max(3, wide ? long : short), Math.max(3, wide ? short : long), (head & 63) / 63, ((head >> 18) & 31) / 31)
  const yellow = channel(3, 3, ((head >> 6) & 63) / 31.5 - 1, (((more >> 3) & 63) / 63) * 1.25)
  const red = channel(3, 3, ((head >> 12) & 63) / 31.5 - 1, (((more >> 9) & 63) / 63) * 1.25)
  return light.map((l, band) => colourOf(l, yellow[band] ?? 0, red[band] ?? 0))
}

/** The mean of a cosine with `waves` half turns from top to bottom, over one third of the way. */
const meanOf = (waves: number, band: number): number => {
  const third = (Math.PI * waves) / 3
  return (Math.sin(third * (band + 1)) - Math.sin(third * band)) / third
}

/** Lightness, yellow against blue and red against green, as #rrggbb. */
function colourOf(l: number, p: number, q: number): string {
  const blue = l - (2 / 3) * p
  const red = (3 * l - blue + q) / 2
  const hex = [red, red - q, blue].map((one) =>
    Math.round(255 * Math.min(1, Math.max(0, one)))
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
