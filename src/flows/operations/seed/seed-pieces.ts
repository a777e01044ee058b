import type { Ctx } from '../../../context.ts'
import type { Actor } from '../../../lib/actor.ts'
import { newId } from '../../../lib/ids.ts'
import { findVariantsBySku } from '../../../modules/catalogue/store/import.ts'
import { findProductIds } from '../../../modules/catalogue/store/world.ts'
import { videoPath } from '../../../modules/media/index.ts'
import { createMedia } from '../../../modules/media/store.ts'
import { storeUpload } from '../../media/store-upload.ts'
import type { DraftInput, PlacementInput } from '../../pieces/draft-input.ts'
import { listMyPieces } from '../../pieces/list-my-pieces.ts'
import { savePiece } from '../../pieces/save-piece.ts'
import { submitPiece } from '../../pieces/submit-piece.ts'
import { decideReviewItem } from '../../review/decide-review-item.ts'
import { readReviewItem } from '../../review/read-review-item.ts'
import { daysAgo } from './at-time.ts'
import { must } from './must.ts'
import { bytes, type SeedPeople } from './seed-accounts.ts'
import { type SeedPiece, worldFiles } from './world-files.ts'

/** Writes, submits and approves every piece that is not there yet, each on its day. Answers ids by key. */
export async function seedPieces(
  ctx: Ctx,
  people: SeedPeople,
  topics: Map<string, string>,
  tell: (done: number) => void,
): Promise<Map<string, string>> {
  const pieces = (await worldFiles.pieces()).sort((a, b) => b.daysAgo - a.daysAgo)
  const products = await findProductIds(await ctx.req())
  const ids = new Map<string, string>()
  for (const [index, piece] of pieces.entries()) {
    const author = people.creators.get(piece.author)
    if (!author) throw new Error(`${piece.key} is by nobody`)
    ids.set(piece.key, await seedPiece(ctx, piece, author, people.editor, { topics, products }))
    tell(index + 1)
  }
  return ids
}

interface Known {
  topics: Map<string, string>
  products: Map<string, string>
}

async function seedPiece(now: Ctx, piece: SeedPiece, author: Actor, editor: Actor, known: Known): Promise<string> {
  const there = must(await listMyPieces(now, author), piece.key).pieces.find(({ title }) => title === piece.title)
  if (there && (there.state === 'published' || (piece.waits && there.state === 'submitted'))) return there.id
  const written = daysAgo(now, piece.daysAgo)
  const id =
    there?.id ??
    must(await savePiece(written, author, { kind: piece.kind, draft: await draftOf(written, piece, author, known) }), piece.key).id
  const { reviewItemId } = must(await submitPiece(daysAgo(now, piece.daysAgo, 20), author, { id }), piece.key)
  if (piece.waits) return id
  const reviewed = daysAgo(now, piece.daysAgo, 75)
  const { lockVersion } = must(await readReviewItem(reviewed, editor, { id: reviewItemId }), piece.key)
  must(await decideReviewItem(reviewed, editor, { id: reviewItemId, lockVersion, decision: 'approve' }), piece.key)
  return id
}

async function draftOf(ctx: Ctx, piece: SeedPiece, author: Actor, { topics, products }: Known): Promise<DraftInput> {
  const { title, body, language, disclosure, captions } = piece
  const pictures: { media: string; alt: string }[] = []
  for (const { file, alt } of piece.pictures ?? []) pictures.push({ media: await upload(ctx, author, file), alt })
  return {
    title,
    body,
    language,
    disclosure,
    topics: piece.topics.flatMap((slug) => topics.get(slug) ?? []),
    placements: (await placementsOf(piece)).map(({ product, ...place }) => ({ ...place, product: products.get(product) ?? '' })),
    ...(piece.kind === 'posts' ? { pictures } : { video: await clip(ctx, author, piece), captions: captions ?? null }),
  }
}

async function placementsOf(piece: SeedPiece): Promise<PlacementInput[]> {
  const drawn = (await worldFiles.hotspots())[piece.pictures?.[0]?.file ?? ''] ?? []
  const spots = Object.entries(piece.hotspots ?? {}).map(([product, number]) => {
    const place = drawn.find((one) => one.product === product)
    if (!place) throw new Error(`${piece.key}: the picture has no ${product}`)
    return { product, number, x: place.x, y: place.y }
  })
  return [
    ...[...spots, ...(piece.places ?? [])].map((spot): PlacementInput => ({ ...spot, kind: 'hotspot', picture: 0 })),
    ...(piece.moments ?? []).map((moment): PlacementInput => ({ ...moment, kind: 'moment' })),
  ].sort((a, b) => a.number - b.number)
}

async function upload(ctx: Ctx, author: Actor, file: string): Promise<string> {
  return must(await storeUpload(ctx, author, { stream: bytes(await worldFiles.picture(`${file}.webp`)) }), file).media.id
}

/** Our own clips are playable as they are and have a drawn poster: a first start needs no ffmpeg. */
async function clip(
  ctx: Ctx,
  author: Actor,
  { clip: name = '', poster = '', seconds = 0, width = 0, height = 0 }: SeedPiece,
): Promise<string> {
  const received = must(await ctx.media.files.receive(worldFiles.clip(name)), name)
  const playable = videoPath(received.hash)
  await ctx.media.files.publish(received.file, playable)
  const posterId = await upload(ctx, author, poster)
  const row = {
    id: newId(),
    owner: author.userId,
    kind: 'video' as const,
    state: 'ready' as const,
    hash: received.hash,
    type: 'video/mp4',
    bytes: received.bytes,
    width,
    height,
    durationSeconds: seconds,
    playable,
    poster: posterId,
  }
  return (await ctx.tx('seed clip', (req) => createMedia(req, row))).id
}

/** The variant of an SKU of the first world. */
export async function variantOfSku(ctx: Ctx, sku: string): Promise<string> {
  const variant = (await findVariantsBySku(await ctx.req(), [sku])).get(sku)
  if (!variant) throw new Error(`The first world has no SKU ${sku}`)
  return variant.id
}
