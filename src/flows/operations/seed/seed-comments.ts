import type { Ctx } from '../../../context.ts'
import { addComment, type CommentInput } from '../../comments/add-comment.ts'
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
  /** Ids by slug. */
  products: ReadonlyMap<string, string>
}

/**
 * Everything that is said under pieces and products, each at its time. Said again it is the same words at the same moment,
 * which the flow takes for one comment; what was hidden stays hidden.
 */
export async function seedComments(now: Ctx, comments: readonly SeedComment[], scene: Scene): Promise<void> {
  for (const { under, replies, ...comment } of comments) {
    const place = placeOf(under, scene)
    const id = await say(now, comment, place, scene.people, null)
    for (const reply of replies) await say(now, reply, place, scene.people, id)
  }
}

interface Place {
  name: string
  target: { kind: CommentInput['kind']; target: string }
  /** Days ago of what the file calls so many days. */
  daysAgo(days: number): number
}

function placeOf(under: SeedComment['under'], { pieces, products }: Scene): Place {
  if ('product' in under) {
    const target = products.get(under.product)
    if (!target) throw new Error(`comments: there is no product ${under.product}`)
    return { name: under.product, target: { kind: 'products', target }, daysAgo: (days) => days }
  }
  const shown = pieces.get(under.piece)
  if (!shown) throw new Error(`comments: there is no piece ${under.piece}`)
  const { piece, id } = shown
  return { name: piece.key, target: { kind: piece.kind, target: id }, daysAgo: (days) => piece.ago - days }
}

async function say(
  now: Ctx,
  { days, author, body, hidden }: SeedComment['replies'][number],
  { name, target, daysAgo: ago }: Place,
  people: SeedPeople,
  parent: string | null,
): Promise<string> {
  const what = `comment of ${author} on ${name}`
  if (ago(days) < 0) throw new Error(`${what} lies in the future`)
  const said = must(await addComment(daysAgo(now, ago(days)), personOf(people, author), { ...target, body, parent }), what)
  if (hidden) must(await hideComment(daysAgo(now, ago(days), 90), people.editor, { id: said.comment.id, ...hidden }), what)
  return said.comment.id
}
