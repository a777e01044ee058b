import type { Media } from '../../payload-types.ts'
import type { MediaFacts } from './views.ts'

type Rows = ReadonlyMap<string, Media>

/** A picture as pages show it; undefined while it is unknown, not ready, or has no size that could be shown. */
export function pictureFacts(rows: Rows, id: string | null | undefined, alt?: string | null): MediaFacts | undefined {
  const row = id ? rows.get(id) : undefined
  if (row?.kind !== 'image' || row.state !== 'ready') return undefined
  const sources = sourcesOf(row)
  const widest = sources.at(-1)
  if (!widest) return undefined
  return {
    id: row.id,
    kind: 'image',
    width: row.width ?? widest.width,
    height: row.height ?? widest.width,
    alt: alt ?? row.alt ?? '',
    ...(row.thumbhash ? { thumbhash: row.thumbhash } : {}),
    sources,
  }
}

/** A video with its poster (the piece's own, else the one that was taken from the film); without `videoUrl` while it is being prepared. */
export function videoFacts(rows: Rows, id: string | null | undefined, ownPoster?: string | null): MediaFacts | undefined {
  const row = id ? rows.get(id) : undefined
  if (row?.kind !== 'video') return undefined
  const poster = pictureFacts(rows, ownPoster) ?? pictureFacts(rows, idOf(row.poster))
  const posterUrl = poster?.sources.at(-1)?.url
  return {
    id: row.id,
    kind: 'video',
    width: row.width ?? poster?.width ?? 720,
    height: row.height ?? poster?.height ?? 1280,
    alt: row.alt ?? '',
    ...(poster?.thumbhash ? { thumbhash: poster.thumbhash } : {}),
    sources: poster?.sources ?? [],
    ...(posterUrl ? { posterUrl } : {}),
    ...(row.state === 'ready' && row.playable ? { videoUrl: mediaUrl(row.playable) } : {}),
    ...(row.durationSeconds ? { durationSeconds: row.durationSeconds } : {}),
  }
}

/** The address of a file that our own processing made. */
export const mediaUrl = (path: string): string => `/media/${path}`

function sourcesOf({ variants }: Media): MediaFacts['sources'] {
  if (!Array.isArray(variants)) return []
  return variants
    .flatMap((one) => {
      const { width, path } = one as { width?: unknown; path?: unknown }
      return typeof width === 'number' && typeof path === 'string' ? [{ width, url: mediaUrl(path), type: 'image/webp' }] : []
    })
    .sort((a, b) => a.width - b.width)
}

export const idOf = (value: string | { id: string } | null | undefined): string | null =>
  !value ? null : typeof value === 'string' ? value : value.id
