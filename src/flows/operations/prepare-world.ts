import type { Ctx } from '../../context.ts'
import { ensureDemoAccounts } from '../accounts/ensure-demo-accounts.ts'

/**
 * What a site needs before its first visitor, done at every start and idempotent: the demo accounts where they are
 * allowed, and whatever an empty database lacks.
 */
export async function prepareWorld(ctx: Ctx): Promise<{ demoAccounts: Awaited<ReturnType<typeof ensureDemoAccounts>> }> {
  return { demoAccounts: await ensureDemoAccounts(ctx) }
}
