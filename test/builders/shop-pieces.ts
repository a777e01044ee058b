import type { DraftInput } from '../../src/flows/pieces/draft-input.ts'
import { savePiece } from '../../src/flows/pieces/save-piece.ts'
import { submitPiece } from '../../src/flows/pieces/submit-piece.ts'
import { decideReviewItem } from '../../src/flows/review/decide-review-item.ts'
import type { Actor } from '../../src/lib/actor.ts'
import { newId } from '../../src/lib/ids.ts'
import type { World } from './world.ts'

let count = 0

/** A ready picture of an account, without a file behind it: for what only its row matters. */
export async function picture({ payload }: Pick<World, 'payload'>, owner: string, size = { width: 900, height: 1200 }): Promise<string> {
  const hash = `${String(++count).padStart(8, '0')}`.repeat(8)
  const variants = [360, 720].map((width) => ({
    width,
    height: Math.round((width * size.height) / size.width),
    bytes: 1000,
    path: `${hash.slice(0, 2)}/${hash}-${width}.webp`,
  }))
  const made = await payload.create({
    collection: 'media',
    data: { id: newId(), owner, kind: 'image', state: 'ready', hash, type: 'image/jpeg', bytes: 1000, ...size, variants },
    depth: 0,
  })
  return made.id
}

/** A ready video of an account with its poster. */
export async function video(world: Pick<World, 'payload'>, owner: string): Promise<string> {
  const poster = await picture(world, owner, { width: 720, height: 1280 })
  const hash = `${String(++count).padStart(8, '0')}`.repeat(8)
  const made = await world.payload.create({
    collection: 'media',
    data: {
      id: newId(),
      owner,
      kind: 'video',
      state: 'ready',
      hash,
      type: 'video/mp4',
      bytes: 1000,
      width: 720,
      height: 1280,
      durationSeconds: 9,
      playable: `${hash.slice(0, 2)}/${hash}.mp4`,
      poster,
    },
    depth: 0,
  })
  return made.id
}

type Author = Actor & { userId: string }

/** Saves, submits and approves a piece: what readers see is what the flows made public. */
export async function publish(
  world: World,
  people: { author: Author; editor: Actor },
  { kind = 'posts', ...draft }: DraftInput & { kind?: 'posts' | 'video-notes' },
): Promise<string> {
  const media =
    kind === 'posts'
      ? { pictures: draft.pictures ?? [{ media: await picture(world, people.author.userId), alt: '' }] }
      : { video: draft.video ?? (await video(world, people.author.userId)) }
  const saved = await savePiece(world.ctx, people.author, {
    kind,
    draft: { title: `笔记 ${++count}`, body: '用了三周，说说优点和毛病。', language: 'zh', ...draft, ...media },
  })
  if (!saved.ok) throw new Error(saved.failure.message)
  await approve(world, people, saved.value.id)
  return saved.value.id
}

/** Submits what its author saved and approves it. */
export async function approve(world: World, { author, editor }: { author: Actor; editor: Actor }, id: string): Promise<void> {
  const submitted = await submitPiece(world.ctx, author, { id })
  if (!submitted.ok) throw new Error(submitted.failure.message)
  const { docs } = await world.payload.find({
    collection: 'review-items',
    where: { id: { equals: submitted.value.reviewItemId } },
    depth: 0,
  })
  const decided = await decideReviewItem(world.ctx, editor, {
    id: submitted.value.reviewItemId,
    lockVersion: docs[0]?.lockVersion ?? 0,
    decision: 'approve',
  })
  if (!decided.ok) throw new Error(decided.failure.message)
}
