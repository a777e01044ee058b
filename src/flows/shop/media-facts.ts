import { widestUrl } from '../../lib/picture-sizes.ts'
import { coloursOf } from '../../modules/media/index.ts'
import type { Media } from '../../payload-types.ts'
import { mediaUrl, pictureSizes } from '../media/media-view.ts'
import type { MediaFacts, PictureFacts } from './views.ts'

type Rows = ReadonlyMap<string, Media>

/** A picture as cards show it; undefined while it is unknown, not ready, or has no size that could be shown. */
export function pictureFacts(rows: Rows, id: string | null | undefined, alt?: string | null): PictureFacts | undefined {
  const row = id ? rows.get(id) : undefined
  if (row?.kind !== 'image' || row.state !== 'ready') return undefined
  const sources = pictureSizes(row)
  const widest = sources[0]?.widths.at(-1)
  if (!widest) return undefined
  const colours = coloursOf(row.thumbhash)
  return {
    width: row.width ?? widest,
    height: row.height ?? widest,
    alt: alt ?? row.alt ?? '',
    ...(colours ? { colours } : {}),
    sources,
  }
}

/** The same for a gallery, where one is told from another. */
export function galleryFacts(rows: Rows, id: string | null | undefined, alt?: string | null): MediaFacts | undefined {
  const picture = pictureFacts(rows, id, alt)
  return id && picture ? { id, kind: 'image', ...picture } : undefined
}

/** The poster of a video (the piece's own, else the one that was taken from the film), with the size of the film, which its place is kept for. */
export function posterFacts(rows: Rows, id: string | null | undefined, ownPoster?: string | null): PictureFacts | undefined {
  const row = id ? rows.get(id) : undefined
  if (row?.kind !== 'video') return undefined
  const poster = pictureFacts(rows, ownPoster) ?? pictureFacts(rows, idOf(row.poster))
  const posterUrl = widestUrl(poster?.sources ?? [])
  return {
    width: row.width ?? poster?.width ?? 720,
    height: row.height ?? poster?.height ?? 1280,
    alt: row.alt ?? '',
    ...(poster?.colours ? { colours: poster.colours } : {}),
    sources: poster?.sources ?? [],
    ...(posterUrl ? { posterUrl } : {}),
  }
}

/** A video with its poster; without `videoUrl` while it is being prepared. */
export function videoFacts(rows: Rows, id: string | null | undefined, ownPoster?: string | null): MediaFacts | undefined {
  const row = id ? rows.get(id) : undefined
  const poster = posterFacts(rows, id, ownPoster)
  if (!row || !poster) return undefined
  return {
    id: row.id,
    kind: 'video',
    ...poster,
    ...(row.state === 'ready' && row.playable ? { videoUrl: mediaUrl(row.playable) } : {}),
    ...(row.durationSeconds ? { durationSeconds: row.durationSeconds } : {}),
  }
}

export const idOf = (value: string | { id: string } | null | undefined): string | null =>
  !value ? null : typeof value === 'string' ? value : value.id
