import type { Ctx } from '../../../context.ts'
import type { Actor } from '../../../lib/actor.ts'
import { type CommentRow, findRecent } from '../../../modules/comments/store.ts'
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
  const ctx = daysAgo(now, ago(days))
  const person = personOf(people, author)
  const before = hidden ? await saidBefore(ctx, person, body) : null
  const id = before?.id ?? must(await addComment(ctx, person, { ...target, body, parent }), what).comment.id
  if (hidden && before?.state !== 'hidden') must(await hideComment(daysAgo(now, ago(days), 90), people.editor, { id, ...hidden }), what)
  return id
}

/** The comment of this moment, whatever became of it: what was hidden may be written again, and must not be here. */
async function saidBefore(ctx: Ctx, { userId }: Actor, body: string): Promise<CommentRow | null> {
  const at = ctx.clock.now()
  const rows = await findRecent(await ctx.req(), userId ?? '', new Date(at.getTime() - 1000), at)
  return rows.find((row) => row.body === body) ?? null
}
