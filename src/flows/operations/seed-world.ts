import type { Ctx } from '../../context.ts'
import { demoAllowed } from '../../modules/accounts/index.ts'
import { isEmptyShop, readWorldMark, writeWorldMark } from '../../modules/catalogue/store/world.ts'
import { rebuildIndex } from '../search/rebuild-index.ts'
import { withDrawings } from './seed/seed-pictures.ts'
import { readStory, tellStory } from './seed/tell-story.ts'

export type SeedOutcome = 'made' | 'there already' | 'not empty' | 'not allowed'

/** Hears how far the world is, in steps. */
export type Tell = (progress: { done: number; total: number }) => void

/** How far the world is, as it is kept: numbers between are steps of its story. */
const mark = { begun: 1, done: 1000 } as const

/**
 * Fills an empty shop with the demo world, so that a first visit finds something: products, creators, pieces in every
 * state, a month of visitors, orders and refunds, all by the flows that people use (`seed-crowd.ts` says where not). Only
 * where demo accounts are allowed, and only when nothing was ever put in; a world that a crash left half made is
 * finished. `tell` says how far it is.
 */
export async function seedWorld(ctx: Ctx, tell: Tell = () => undefined): Promise<SeedOutcome> {
  if (!demoAllowed(ctx.env)) return 'not allowed'
  const reached = await readWorldMark(await ctx.req())
  if (reached === mark.done) return 'there already'
  if (reached === null && !(await isEmptyShop(await ctx.req()))) return 'not empty'
  const reach = (value: number) => ctx.tx('mark the demo world', (req) => writeWorldMark(req, value))
  if (reached === null) await reach(mark.begun)
  await tellStory(withDrawings(ctx), await readStory(), { reached: reached ?? mark.begun, reach, tell })
  await reach(mark.done)
  // What is made up as past queues no work for the index: it is built once, when all is there.
  await rebuildIndex(ctx)
  return 'made'
}
