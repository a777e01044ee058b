import { randomBytes } from 'node:crypto'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { newId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { sealText } from '../../lib/sealed-box.ts'
import { findProgrammes } from '../../modules/attribution/store.ts'
import { changePartner, findPartner, insertPartner, listPartners as list, type PartnerRow } from '../../modules/conversions/store.ts'
import { partnerKey } from './open-partner.ts'

/** Another shop as staff see it: never its secret. */
export type PartnerView = Pick<PartnerRow, 'id' | 'name' | 'keyId' | 'programme' | 'status'>

/** Shown once, when it was made: afterwards only its sealed form is kept. */
export type PartnerWithSecret = PartnerView & { secret: string }

const mayManage = (actor: Actor): boolean => hasRole(actor, 'admin')
const refused = () => fail('forbidden', 'Other shops are managed by the role admin.')
const viewOf = ({ id, name, keyId, programme, status }: PartnerRow): PartnerView => ({ id, name, keyId, programme, status })

/** The shops that may tell of their sales, oldest first. Fails with `forbidden` for all but finance and admin. */
export async function listPartners(ctx: Ctx, actor: Actor): Promise<Result<{ partners: PartnerView[] }>> {
  if (!hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'This needs the role finance or admin.')
  return ok({ partners: (await list(await ctx.req())).map(viewOf) })
}

/** Lets another shop tell of its sales under a programme. Answers its secret once. Fails with `forbidden`, `invalid` (name, programme). */
export async function createPartner(
  ctx: Ctx,
  actor: Actor,
  input: { name: string; programme: string },
): Promise<Result<PartnerWithSecret>> {
  if (!actor.userId || !mayManage(actor)) return refused()
  const name = input.name.trim()
  if (name.length < 1 || name.length > 120)
    return fail('invalid', `Expected a name of 1 to 120 characters, got ${name.length}`, { field: 'name' })
  const programme = (await findProgrammes(await ctx.req(), [input.programme])).get(input.programme)
  if (programme?.status !== 'active') return fail('invalid', 'Expected a programme that is in force.', { field: 'programme' })
  const id = newId()
  const secret = newSecret()
  const partner: PartnerRow = {
    id,
    name,
    keyId: `zp_${randomBytes(9).toString('base64url')}`,
    secretSealed: sealText(partnerKey(ctx), secret, id),
    programme: programme.id,
    status: 'active',
  }
  await ctx.tx('create sales partner', (req) => insertPartner(req, { ...partner, actor: actor.userId as string }))
  return ok({ ...viewOf(partner), secret })
}

/** A new secret; the old one is void at once. */
export async function rotatePartner(ctx: Ctx, actor: Actor, id: string): Promise<Result<PartnerWithSecret>> {
  if (!mayManage(actor)) return refused()
  const secret = newSecret()
  const partner = await change(ctx, id, { secretSealed: sealText(partnerKey(ctx), secret, id) })
  return partner.ok ? ok({ ...partner.value, secret }) : partner
}

/** Switches a shop off or on again. What it told stays. */
export async function switchPartner(ctx: Ctx, actor: Actor, { id, on }: { id: string; on: boolean }): Promise<Result<PartnerView>> {
  return mayManage(actor) ? change(ctx, id, { status: on ? 'active' : 'off' }) : refused()
}

async function change(ctx: Ctx, id: string, to: Parameters<typeof changePartner>[2]): Promise<Result<PartnerView>> {
  const partner = await ctx.tx('change sales partner', async (req) => ((await changePartner(req, id, to)) ? findPartner(req, id) : null))
  return partner ? ok(viewOf(partner)) : fail('not_found', 'There is no such shop.')
}

const newSecret = (): string => `zs_${randomBytes(32).toString('base64url')}`
