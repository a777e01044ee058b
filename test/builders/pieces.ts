import type { DraftInput } from '../../src/flows/pieces/draft-input.ts'
import { savePiece } from '../../src/flows/pieces/save-piece.ts'
import { submitPiece } from '../../src/flows/pieces/submit-piece.ts'
import { decideReviewItem } from '../../src/flows/review/decide-review-item.ts'
import type { Actor } from '../../src/lib/actor.ts'
import { newId } from '../../src/lib/ids.ts'
import type { Result } from '../../src/lib/result.ts'
import { findItem } from '../../src/modules/moderation/store.ts'
import { person } from './people.ts'
import type { World } from './world.ts'

type Author = Actor & { userId: string; creatorId: string }
type Some = Pick<World, 'ctx' | 'payload' | 'clock'>

export interface BuiltPiece {
  id: string
  kind: 'posts' | 'video-notes'
  /** Code of the link to each product, in the order given. */
  codes: string[]
  linkIds: string[]
}

interface PieceParts {
  author: Author
  /** Product ids. */
  products?: string[]
  draft?: DraftInput
}

/** What a flow should answer, or an error that says what it did. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(
    `${result.failure.code} ${result.failure.field ?? ''}: ${(result.failures ?? [result.failure]).map(({ message }) => message).join('; ')}`,
  )
}

/** A picture or video row that is ready, without bytes behind it. */
export async function readyMedia(
  { payload }: Pick<World, 'payload'>,
  owner: string,
  kind: 'image' | 'video' = 'image',
  more: Record<string, unknown> = {},
): Promise<string> {
  const hash = newId().replaceAll('-', '').padEnd(64, '0')
  const path = `${hash.slice(0, 2)}/${hash}`
  const facts =
    kind === 'image'
      ? { type: 'image/jpeg', variants: [{ width: 1080, height: 1350, bytes: 100, path: `${path}-1080.webp` }] }
      : { type: 'video/mp4', durationSeconds: 12, playable: `${path}.mp4` }
  const row = await payload.create({
    collection: 'media',
    data: { id: newId(), owner, kind, state: 'ready', hash, bytes: 100, width: 1080, height: 1350, ...facts, ...more },
    depth: 0,
  })
  return row.id
}

/** A complete draft of a post: one picture, each product in the text and as a hotspot. */
export async function postDraft(
  world: Pick<World, 'payload'>,
  author: Author,
  products: readonly string[] = [],
  more: DraftInput = {},
): Promise<DraftInput> {
  const picture = await readyMedia(world, author.userId)
  const marks = products.map((_, at) => `[[${at + 1}]]`).join(' ')
  return {
    title: '周末带去露营的三样东西',
    body: `用了两个月，说说感受。 ${marks}`,
    language: 'zh',
    pictures: [{ media: picture, alt: '帐篷前的小桌' }],
    placements: products.map((product, at) => ({ number: at + 1, kind: 'hotspot', product, picture: 0, x: 20 + at, y: 40 })),
    ...more,
  }
}

/** A complete draft of a video note: each product at a second of its own. */
export async function videoDraft(
  world: Pick<World, 'payload'>,
  author: Author,
  products: readonly string[] = [],
  more: DraftInput = {},
): Promise<DraftInput> {
  const poster = await readyMedia(world, author.userId)
  const video = await readyMedia(world, author.userId, 'video', { poster })
  return {
    title: '十二秒看完搭帐篷',
    body: '',
    language: 'zh',
    video,
    placements: products.map((product, at) => ({ number: at + 1, kind: 'moment', product, from: at, to: at + 2 })),
    ...more,
  }
}

/** Saves and submits through the real flows; answers the piece and the review item. */
export async function submitted(
  world: Some,
  author: Author,
  kind: BuiltPiece['kind'],
  draft: DraftInput,
): Promise<{ id: string; version: string; reviewItemId: string }> {
  const { id } = must(await savePiece(world.ctx, author, { kind, draft }))
  const { version, reviewItemId } = must(await submitPiece(world.ctx, author, { id }))
  return { id, version, reviewItemId }
}

/** Approves an item as it is now. */
export async function approve(world: Some, editor: Actor, reviewItemId: string): Promise<void> {
  const item = await findItem(await world.ctx.req(), reviewItemId)
  must(await decideReviewItem(world.ctx, editor, { id: reviewItemId, lockVersion: item?.lockVersion ?? -1, decision: 'approve' }))
}

/** A post that readers see, through the real flows: saved, submitted, approved by an editor. */
export async function publishedPost(world: Some, { author, products = [], draft = {} }: PieceParts): Promise<BuiltPiece> {
  return published(world, author, 'posts', products, await postDraft(world, author, products, draft))
}

/** A video note that readers see, through the real flows. */
export async function publishedVideoNote(world: Some, { author, products = [], draft = {} }: PieceParts): Promise<BuiltPiece> {
  return published(world, author, 'video-notes', products, await videoDraft(world, author, products, draft))
}

async function published(
  world: Some,
  author: Author,
  kind: BuiltPiece['kind'],
  products: readonly string[],
  draft: DraftInput,
): Promise<BuiltPiece> {
  const { id, reviewItemId } = await submitted(world, author, kind, draft)
  await approve(world, await person(world, ['editor']), reviewItemId)
  const { docs } = await world.payload.find({
    collection: 'product-links',
    where: { piece: { equals: id } },
    limit: 0,
    pagination: false,
    depth: 0,
  })
  const links = products.map((product) => docs.find((link) => link.product === product))
  return { id, kind, codes: links.map((link) => link?.code ?? ''), linkIds: links.map((link) => link?.id ?? '') }
}
