import type { Ctx } from '../../context.ts'
import { demoAllowed } from '../../modules/accounts/index.ts'
import { isEmptyShop, readWorldMark, writeWorldMark } from '../../modules/catalogue/store/world.ts'
import { followCreator } from '../accounts/follow-creator.ts'
import { likePiece } from '../accounts/like-piece.ts'
import { must } from './seed/must.ts'
import { type SeedPeople, seedAccounts } from './seed/seed-accounts.ts'
import { seedCatalogue } from './seed/seed-catalogue.ts'
import { seedOrder } from './seed/seed-orders.ts'
import { seedPieces } from './seed/seed-pieces.ts'
import { worldFiles } from './seed/world-files.ts'

export type SeedOutcome = 'made' | 'there already' | 'not empty' | 'not allowed'

/** Hears how far the world is, in steps. */
export type Tell = (progress: { done: number; total: number }) => void

/** How far the world is; from `ordersFrom` on, the number of orders is added. */
const mark = { begun: 1, ordersFrom: 10, done: 1000 } as const

/**
 * Fills an empty shop with a small world, so that a first visit finds something: products, creators, pieces, orders and a
 * refund, all by the flows that people use. Only where demo accounts are allowed, and only when nothing was ever put in;
 * a world that a crash left half made is finished. `tell` says how far it is.
 */
export async function seedWorld(ctx: Ctx, tell: Tell = () => undefined): Promise<SeedOutcome> {
  if (!demoAllowed(ctx.env)) return 'not allowed'
  const reached = await readWorldMark(await ctx.req())
  if (reached === mark.done) return 'there already'
  if (reached === null && !(await isEmptyShop(await ctx.req()))) return 'not empty'
  const reach = (value: number) => ctx.tx('mark the first world', (req) => writeWorldMark(req, value))
  if (reached === null) await reach(mark.begun)
  const orders = (await worldFiles.orders()).sort((a, b) => b.daysAgo - a.daysAgo)
  const pieceCount = (await worldFiles.pieces()).length
  const total = 1 + pieceCount + orders.length
  const topics = await seedCatalogue(ctx)
  tell({ done: 1, total })
  const people = await seedAccounts(ctx)
  const pieces = await seedPieces(ctx, people, topics, (done) => tell({ done: 1 + done, total }))
  const ordersDone = Math.max(0, (reached ?? 0) - mark.ordersFrom)
  for (const [index, order] of orders.entries()) {
    if (index < ordersDone) continue
    await seedOrder(ctx, order, people, pieces)
    await reach(mark.ordersFrom + index + 1)
    tell({ done: 1 + pieceCount + index + 1, total })
  }
  await seedHearts(ctx, people, pieces)
  await reach(mark.done)
  return 'made'
}

/** What people like, and whom they follow. */
async function seedHearts(ctx: Ctx, { creators, fan }: SeedPeople, pieces: Map<string, string>): Promise<void> {
  const published = (await worldFiles.pieces()).filter(({ waits }) => !waits)
  const fans = [fan, ...creators.values()]
  for (const [index, { key, kind, author }] of published.entries()) {
    for (const [at, one] of fans.entries()) {
      const own = creators.get(author)?.userId === one.userId
      if (!own && (index + at) % 3 !== 0) must(await likePiece(ctx, one, { kind, id: pieces.get(key) ?? '', on: true }), key)
    }
  }
  for (const creator of [...creators.values()].slice(0, 2))
    must(await followCreator(ctx, fan, { creatorId: creator.creatorId ?? '', on: true }), 'follow')
}
