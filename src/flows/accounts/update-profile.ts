import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { patchUser } from '../../modules/accounts/store.ts'
import { purgeCommented } from '../comments/purge-commented.ts'
import { checkName } from './check-input.ts'

/** Changes the name or the language of one's own account. What is left out stays. */
export async function updateProfile(
  ctx: Ctx,
  actor: Actor,
  input: { name?: string; locale?: 'zh' | 'en' },
): Promise<Result<{ saved: true }>> {
  const { userId } = actor
  if (!userId) return fail('unauthenticated', 'Log in to change the account.')
  const data: Record<string, string> = {}
  if (input.name !== undefined) {
    const name = checkName(input.name)
    if (!name.ok) return name
    data.name = name.value
  }
  if (input.locale !== undefined) data.locale = input.locale
  if (Object.keys(data).length === 0) return ok({ saved: true })
  await ctx.tx('update profile', async (req) => {
    await patchUser(req, userId, data)
    if (data.name !== undefined) await purgeCommented(req, userId)
  })
  return ok({ saved: true })
}
