import type { PayloadRequest } from 'payload'
import { type Actor, anonymous } from '../../lib/actor.ts'
import { listOwners } from '../../modules/accounts/store/owners.ts'
import { findUserById } from '../../modules/accounts/store.ts'
import { findAddresses } from '../../modules/addresses/store.ts'
import { joinsOfVisitor, standingJoins } from '../../modules/attribution/store/joins.ts'
import { noContact } from '../../modules/attribution/store/sameness.ts'
import { findTouchOwner } from '../../modules/touches/store/owner.ts'
import type { StoryAsked } from '../orders/read-story.ts'

/** Who bought elsewhere, as far as the click that brought him tells: his browser, and the account behind it. */
export type SaleBuyer = Pick<StoryAsked, 'visitor' | 'actor' | 'contact'>

/**
 * The other shop tells nothing of who bought, so that it is taken from the click: the account that was logged in there, else the one that
 * the browser's touches had joined by then (ATT-18). What that account told us of itself stands for a contact (ATT-20).
 */
export async function buyerOf(req: PayloadRequest, clickId: string | undefined, soldAt: Date): Promise<SaleBuyer> {
  const owner = clickId ? await findTouchOwner(req, clickId) : null
  const visitor = owner?.visitor ?? null
  const account = owner?.account ?? (visitor ? await joinedTo(req, visitor, soldAt) : null)
  if (!account) return { visitor, actor: anonymous, contact: noContact }
  const actor: Actor = { ...anonymous, userId: account, creatorId: (await listOwners(req, [account])).get(account) ?? null }
  const [home] = await findAddresses(req, account)
  const { phone, country, region, city, district, street, postcode } = home ?? noContact
  const email = (await findUserById(req, account))?.email ?? ''
  return { visitor, actor, contact: { email, phone, country, region, city, district, street, postcode } }
}

async function joinedTo(req: PayloadRequest, visitor: string, by: Date): Promise<string | null> {
  const rows = (await joinsOfVisitor(req, visitor)).filter(({ at }) => at <= by)
  return (
    standingJoins(rows)
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .at(-1)?.account ?? null
  )
}
