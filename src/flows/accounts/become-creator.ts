import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { isDuplicateKey } from '../../database/duplicate-key.ts'
import type { Actor } from '../../lib/actor.ts'
import { idOf } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { handleProblem, isVertical, tidyHandle, type Vertical } from '../../modules/accounts/index.ts'
import { findCreator, findUserById, insertCreator, type NewCreator, patchUser, raisePromoter } from '../../modules/accounts/store.ts'
import { checkName } from './check-input.ts'

export interface BecomeCreatorInput {
  handle: string
  displayName: string
  bio: string
  verticals: string[]
}

export const BIO_MAX = 160

const taken = () => fail('conflict', 'This handle is taken.', { field: 'handle', details: { problem: 'handle_taken' } })

/** Gives an account its creator profile and the role `creator`. A handle is unique without regard to case and stays. */
export async function becomeCreator(
  ctx: Ctx,
  actor: Actor,
  input: BecomeCreatorInput,
): Promise<Result<{ creatorId: string; handle: string }>> {
  const { userId } = actor
  if (!userId) return fail('unauthenticated', 'Log in to become a creator.')
  const profile = checkProfile(userId, input)
  if (!profile.ok) return profile
  try {
    return await ctx.tx('become a creator', (req) => createProfile(req, profile.value))
  } catch (error) {
    if (isDuplicateKey(error)) return taken()
    throw error
  }
}

function checkProfile(user: string, input: BecomeCreatorInput): Result<NewCreator> {
  const handle = tidyHandle(input.handle)
  const problem = handleProblem(handle)
  if (problem === 'handle_taken') return taken()
  if (problem)
    return fail('invalid', 'A handle has 3 to 24 of a–z, 0–9 and _, and begins with a letter.', { field: 'handle', details: { problem } })
  const name = checkName(input.displayName, 'displayName')
  if (!name.ok) return name
  const bio = input.bio.trim()
  if ([...bio].length > BIO_MAX)
    return fail('invalid', `A bio has at most ${BIO_MAX} characters.`, { field: 'bio', details: { problem: 'too_long', max: BIO_MAX } })
  const verticals = [...new Set(input.verticals)]
  if (!verticals.every(isVertical) || verticals.length === 0)
    return fail('invalid', 'Expected at least one of the known verticals.', { field: 'verticals', details: { problem: 'choose' } })
  return ok({ user, handle, displayName: name.value, bio, verticals: verticals as Vertical[] })
}

async function createProfile(req: PayloadRequest, profile: NewCreator): Promise<Result<{ creatorId: string; handle: string }>> {
  const account = await findUserById(req, profile.user)
  if (!account) return fail('not_found', 'There is no such account.')
  const known = account.creator ? await findCreator(req, { id: { equals: idOf(account.creator) } }) : null
  if (known && known.kind !== 'promoter') return fail('state', 'This account has a creator profile already.')
  if (await findCreator(req, { handle: { equals: profile.handle } })) return taken()
  // A promoter who begins to write keeps her links and what they earned.
  if (known) await raisePromoter(req, known.id, profile)
  const creatorId = known?.id ?? (await insertCreator(req, profile))
  await patchUser(req, account.id, { creator: creatorId, roles: [...new Set([...account.roles, 'creator'])] })
  return ok({ creatorId, handle: profile.handle })
}
