/** All stored sizes of a picture in one format: one address for all of them, since lists of pictures are most of a page's data. */
export interface PictureSizes {
  /** With `{width}` where the width goes, such as `/media/ab/abcd…-{width}.webp`. */
  url: string
  /** MIME type, such as `image/webp`. */
  type: string
  /** Widths in CSS pixels at density 1, narrowest first; never empty. */
  widths: number[]
}

/** The address of one of the widths. */
export const sizeUrl = ({ url }: Pick<PictureSizes, 'url'>, width: number): string => url.replace('{width}', String(width))

/** Every size with its own address, narrowest first. */
export const everySize = (sources: readonly PictureSizes[]): { url: string; width: number }[] =>
  sources.flatMap((source) => source.widths.map((width) => ({ url: sizeUrl(source, width), width }))).sort((a, b) => a.width - b.width)

/** The address of the narrowest size that is at least as wide as `wanted` (CSS pixels), else of the widest; undefined without sizes. */
export function urlFor(sources: readonly PictureSizes[], wanted: number): string | undefined {
  const all = everySize(sources)
  return (all.find(({ width }) => width >= wanted) ?? all.at(-1))?.url
}

export const widestUrl = (sources: readonly PictureSizes[]): string | undefined => urlFor(sources, Number.POSITIVE_INFINITY)
export const narrowestUrl = (sources: readonly PictureSizes[]): string | undefined => urlFor(sources, 0)
