import { createHmac } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, isStaff } from '../../lib/actor.ts'
import { isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findCreator, findUserById, insertCreator, patchUser } from '../../modules/accounts/store.ts'
import { findPromoterProgramme, type PromoterTerms } from '../../modules/attribution/store/promoter-programme.ts'
import { findOnSale } from '../../modules/catalogue/store/on-sale.ts'
import { codeLength, linkCode } from '../../modules/publishing/index.ts'
import { findLinkByCode, findPromoterLinks, insertPromoterLink, type PromoterLink } from '../../modules/publishing/store/promoter-links.ts'
import type { Creator } from '../../payload-types.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'
import { boughtBy } from '../orders/bought-by.ts'

export interface Promotion {
  code: string
  /** What a promoter earns on what others buy through the link: basis points, days of the window and of the hold. */
  terms: PromoterTerms
}

/**
 * S-06: a buyer gets a link of his own to what he bought: a profile of kind `promoter` when the account has none, and a
 * product link without a piece under the shop's programme for promoters. Asking again answers the same link. One level
 * only (LAW-1, LAW-2): a link knows its owner and nobody above, and costs nothing to have.
 *
 * Failures: `state` while the shop has no such programme, `not_found` for what is not on sale, `forbidden` (with
 * `details.why`) for `not_bought` (never, or refunded), `staff` (ATT-21), `suspended`, `off` (an editor switched the link
 * off), `unauthenticated`.
 */
export async function promoteProduct(ctx: Ctx, actor: Actor, { productId }: { productId: string }): Promise<Result<Promotion>> {
  const { userId } = actor
  if (!userId) return fail('unauthenticated', 'Log in to recommend what you bought.')
  return againOnDuplicate(() =>
    ctx.tx('promote product', async (req) => {
      const terms = await mayPromote(req, actor, productId)
      if (!terms.ok) return terms
      const profile = await profileOf(ctx, req, userId)
      if (!profile) return fail('not_found', 'There is no such account.')
      if (profile.status !== 'active') return refuse('suspended', 'This profile is suspended.')
      const link = await linkFor(ctx, req, { creator: profile.id, product: productId, programme: terms.value.id })
      return link.status === 'active' ? ok({ code: link.code, terms: terms.value }) : refuse('off', 'This link was switched off.')
    }),
  )
}

type Why = 'not_bought' | 'staff' | 'suspended' | 'off'
const refuse = (why: Why, message: string): Result<never> => fail('forbidden', message, { details: { why } })

/** Whether this account may recommend this product now, and on which terms. */
export async function mayPromote(req: PayloadRequest, actor: Actor, productId: string): Promise<Result<PromoterTerms>> {
  if (!isId(productId) || !(await findOnSale(req, [productId])).has(productId))
    return fail('not_found', 'There is no such product on sale.')
  const terms = await findPromoterProgramme(req)
  if (!terms) return fail('state', 'This shop has no programme for promoters.')
  if (isStaff(actor)) return refuse('staff', 'Who works for the shop earns no commission (ATT-21).')
  const bought = actor.userId ? await boughtBy(req, [actor.userId], [productId]) : null
  if (!bought?.get(actor.userId ?? '')?.has(productId))
    return refuse('not_bought', 'Expected a paid order of this product that was not refunded.')
  return ok(terms)
}

/** The account's profile of either kind; made as a promoter's when there is none. Its handle is nobody's choice: it has no page. */
async function profileOf(ctx: Ctx, req: PayloadRequest, userId: string): Promise<Creator | null> {
  const user = await findUserById(req, userId)
  if (!user) return null
  const known = await findCreator(req, { user: { equals: userId } })
  if (known) return known
  const handle = `p_${linkCode(digest(ctx, `handle ${userId}`))}`
  const id = await insertCreator(req, {
    user: userId,
    handle,
    displayName: user.name.slice(0, 40),
    bio: '',
    verticals: [],
    kind: 'promoter',
  })
  await patchUser(req, userId, { creator: id })
  return findCreator(req, { id: { equals: id } })
}

type Wanted = { creator: string; product: string; programme: string }

/** Codes follow from what they are for, so that two taps at once meet at the unique code; a code that is somebody else's gives way to the next. */
async function linkFor(ctx: Ctx, req: PayloadRequest, wanted: Wanted): Promise<PromoterLink> {
  const known = (await findPromoterLinks(req, wanted.creator, wanted.product)).find(({ programme }) => programme === wanted.programme)
  if (known) return known
  for (let turn = 0; ; turn++) {
    const code = linkCode(digest(ctx, `${wanted.creator} ${wanted.product} ${wanted.programme} ${turn}`))
    if (!(await findLinkByCode(req, code))) return insertPromoterLink(req, { code, ...wanted })
  }
}

const digest = (ctx: Ctx, text: string): Uint8Array =>
  createHmac('sha256', ctx.keyFor('promoter-links')).update(text).digest().subarray(0, codeLength)
