import type { Ctx } from '../../context.ts'
import { ensureDemoAccounts } from '../accounts/ensure-demo-accounts.ts'
import { seedWorld, type Tell } from './seed-world.ts'

/**
 * What a site needs before its first visitor, done at every start and idempotent: the demo accounts where they are
 * allowed, and a small world where the shop is empty. `tell` says how far that is.
 */
export async function prepareWorld(
  ctx: Ctx,
  tell?: Tell,
): Promise<{ demoAccounts: Awaited<ReturnType<typeof ensureDemoAccounts>>; world: Awaited<ReturnType<typeof seedWorld>> }> {
  const demoAccounts = await ensureDemoAccounts(ctx)
  return { demoAccounts, world: await seedWorld(ctx, tell) }
}
