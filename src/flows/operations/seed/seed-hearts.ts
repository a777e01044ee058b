import type { Ctx } from '../../../context.ts'
import type { Actor } from '../../../lib/actor.ts'
import { seeded } from '../../../lib/seeded.ts'
import { followCreator } from '../../accounts/follow-creator.ts'
import { likePiece } from '../../accounts/like-piece.ts'
import { daysAgo } from './at-time.ts'
import { must } from './must.ts'
import type { SeedPiece } from './read-piece-sheet.ts'
import type { SeedPeople } from './seed-accounts.ts'
import type { SeedCreator } from './world-files.ts'

/** Whom people follow and what they like, the same at every run. `creators` are those who are still here. */
export async function seedHearts(
  now: Ctx,
  people: SeedPeople,
  creators: readonly SeedCreator[],
  pieces: readonly { piece: SeedPiece; id: string }[],
): Promise<void> {
  // What one person does is one transaction: six hundred would mostly wait for the disk.
  const here = creators.flatMap(({ handle }) => {
    const one = people.creators.get(handle)
    return one ? [[handle, one] as const] : []
  })
  for (const [name, person] of [...people.fans, ...here])
    await now.tx('seed hearts', async () => {
      for (const { handle, reach } of creators) await maybeFollow(now, name, person, people.creators.get(handle), handle, reach)
      for (const { piece, id } of pieces) {
        const reach = creators.find(({ handle }) => handle === piece.author)?.reach ?? 1
        await maybeLike(now, name, person, piece, id, reach)
      }
    })
}

async function maybeFollow(
  now: Ctx,
  name: string,
  person: Actor,
  creator: Actor | undefined,
  handle: string,
  reach: number,
): Promise<void> {
  const chance = seeded(`${name} follows ${handle}`)
  if (!creator?.creatorId || creator.userId === person.userId || chance.next() > 0.08 + reach * 0.08) return
  const ctx = daysAgo(now, 1 + chance.next() * 50)
  must(await followCreator(ctx, person, { creatorId: creator.creatorId, on: true }), `${name} follows ${handle}`)
}

async function maybeLike(now: Ctx, name: string, person: Actor, piece: SeedPiece, id: string, reach: number): Promise<void> {
  const chance = seeded(`${name} likes ${piece.key}`)
  if (name === piece.author || chance.next() > 0.06 + reach * 0.07) return
  // Most hearts come in the first days of a piece.
  const ctx = daysAgo(now, piece.ago - Math.min(piece.ago, 0.2 + chance.next() ** 2 * 6) * 0.95)
  must(await likePiece(ctx, person, { kind: piece.kind, id, on: true }), `${name} likes ${piece.key}`)
}
