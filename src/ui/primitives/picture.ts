import { type PictureSizes, sizeUrl } from '../../lib/picture-sizes.ts'
import type { PictureView } from '../view/media.ts'

/** The `srcset` of the sizes of one format. */
export const srcSet = (sizes: PictureSizes): string => sizes.widths.map((width) => `${sizeUrl(sizes, width)} ${width}w`).join(', ')

export interface PictureSources {
  /** `<source>` elements: smaller formats first, so that a browser takes the best that it knows. */
  sources: { type: string; srcSet: string }[]
  /** What every browser can show. */
  fallback: { src: string; srcSet: string | undefined } | undefined
}

const rank = (type: string): number => ['image/avif', 'image/webp', 'image/png', 'image/jpeg'].indexOf(type)

/** AVIF before WebP; the last format is the fallback `<img>`, at its widest. */
export function pictureSources({ sources, posterUrl }: Pick<PictureView, 'sources' | 'posterUrl'>): PictureSources {
  const formats = [...sources].sort((a, b) => rank(a.type) - rank(b.type))
  const last = formats.pop()
  if (last === undefined) return { sources: [], fallback: posterUrl ? { src: posterUrl, srcSet: undefined } : undefined }
  return {
    sources: formats.map((sizes) => ({ type: sizes.type, srcSet: srcSet(sizes) })),
    fallback: { src: sizeUrl(last, last.widths.at(-1) ?? 0), srcSet: srcSet(last) },
  }
}

/** What is shown in a picture's place before it comes, as a CSS background. */
export const placeholder = (colours: string | undefined): string | undefined => colours && `linear-gradient(${colours})`

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
