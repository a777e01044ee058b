import type { Ctx } from '../../../context.ts'
import type { Actor } from '../../../lib/actor.ts'
import { bytes } from '../../../lib/bytes.ts'
import { newId } from '../../../lib/ids.ts'
import { videoPath } from '../../../modules/media/index.ts'
import { createMedia } from '../../../modules/media/store.ts'
import { storeUpload } from '../../media/store-upload.ts'
import type { DraftInput, PlacementInput } from '../../pieces/draft-input.ts'
import { must } from './must.ts'
import type { SeedPiece } from './read-piece-sheet.ts'
import { worldFiles } from './world-files.ts'

/** Ids by slug or key. */
export interface Known {
  topics: ReadonlyMap<string, string>
  products: ReadonlyMap<string, string>
  pieces: ReadonlyMap<string, string>
}

/** A piece of the files as its author's editor would send it; its pictures are uploaded on the way. */
export async function draftOf(ctx: Ctx, piece: SeedPiece, author: Actor, known: Known): Promise<DraftInput> {
  const { title, body, language, disclosure, captions, translates } = piece
  const pictures: { media: string; alt: string }[] = []
  for (const { file, alt } of piece.pictures) pictures.push({ media: await upload(ctx, author, file), alt })
  const placements = await placementsOf(piece)
  return {
    title,
    body,
    language,
    disclosure,
    translationOf: translates ? (known.pieces.get(translates) ?? null) : null,
    topics: piece.topics.flatMap((slug) => known.topics.get(slug) ?? []),
    placements: placements.map(({ product, ...place }) => ({ ...place, product: known.products.get(product) ?? '' })),
    ...(piece.kind === 'posts' ? { pictures } : { video: await video(ctx, author, piece), captions }),
  }
}

/** Where its products stand: on the first picture as the drawing says, or at the seconds of its clip. */
export async function placementsOf({ key, pictures, spots, places, moments }: SeedPiece): Promise<PlacementInput[]> {
  const drawn = (await worldFiles.hotspots())[pictures[0]?.file ?? ''] ?? []
  const found = spots.map((product) => {
    const place = drawn.find((one) => one.product === product)
    if (!place) throw new Error(`pieces/${key}: the picture has no ${product}`)
    return { product, x: place.x, y: place.y }
  })
  return [
    ...[...found, ...places].map((spot) => ({ ...spot, kind: 'hotspot' as const, picture: 0 })),
    ...moments.map((moment) => ({ ...moment, kind: 'moment' as const })),
  ].map((place, at) => ({ ...place, number: at + 1 }))
}

async function upload(ctx: Ctx, author: Actor, file: string): Promise<string> {
  return must(await storeUpload(ctx, author, { stream: bytes(await worldFiles.picture(`${file}.webp`)) }), file).media.id
}

/** Of our own clips, which are 720 × 1280. */
const [width, height] = [720, 1280]

/** Our own clips are playable as they are and have a drawn poster: a first start needs no ffmpeg. */
async function video(ctx: Ctx, author: Actor, { key, clip }: SeedPiece): Promise<string> {
  if (!clip) throw new Error(`pieces/${key}: a video note without a clip`)
  const received = must(await ctx.media.files.receive(worldFiles.clip(clip.name)), clip.name)
  const playable = videoPath(received.hash)
  await ctx.media.files.publish(received.file, playable)
  const poster = await upload(ctx, author, `clip-${clip.name}`)
  const row = {
    id: newId(),
    owner: author.userId,
    kind: 'video' as const,
    state: 'ready' as const,
    alt: clip.alt,
    hash: received.hash,
    type: 'video/mp4',
    bytes: received.bytes,
    width,
    height,
    durationSeconds: clip.seconds,
    playable,
    poster,
  }
  return (await ctx.tx('seed clip', (req) => createMedia(req, row))).id
}
