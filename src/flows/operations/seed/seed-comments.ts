import type { Ctx } from '../../../context.ts'
import { addComment } from '../../comments/add-comment.ts'
import { hideComment } from '../../comments/hide-comment.ts'
import { daysAgo } from './at-time.ts'
import { must } from './must.ts'
import type { SeedComment } from './read-comment-sheet.ts'
import type { SeedPiece } from './read-piece-sheet.ts'
import { personOf, type SeedPeople } from './seed-accounts.ts'

interface Scene {
  people: SeedPeople
  /** Pieces by key, and their ids. */
  pieces: ReadonlyMap<string, { piece: SeedPiece; id: string }>
}

/**
 * Everything that is said under the pieces, each at its time. Said again it is the same words at the same moment, which
 * the flow takes for one comment; what was hidden stays hidden.
 */
export async function seedComments(now: Ctx, comments: readonly SeedComment[], scene: Scene): Promise<void> {
  for (const { replies, ...comment } of comments) {
    const place = scene.pieces.get(comment.piece)
    if (!place) throw new Error(`comments: there is no piece ${comment.piece}`)
    const id = await say(now, comment, place, scene.people, null)
    for (const reply of replies) await say(now, reply, place, scene.people, id)
  }
}

type Words = SeedComment['replies'][number]

async function say(
  now: Ctx,
  { after, author, body, hidden }: Words,
  { piece, id }: { piece: SeedPiece; id: string },
  people: SeedPeople,
  parent: string | null,
): Promise<string> {
  const what = `comment of ${author} on ${piece.key}`
  const days = piece.ago - after
  if (days < 0) throw new Error(`${what} lies in the future`)
  const target = { kind: piece.kind, target: id, body, parent }
  const said = must(await addComment(daysAgo(now, days), personOf(people, author), target), what)
  if (hidden) must(await hideComment(daysAgo(now, days, 90), people.editor, { id: said.comment.id, ...hidden }), what)
  return said.comment.id
}
