import type { PayloadRequest } from 'payload'
import { listOf } from '../hosts.ts'
import type { Lists } from '../order-signals.ts'

/** What the operator allowed and banned (ATT-37). */
export async function readLists(req: PayloadRequest): Promise<Lists> {
  const { adCampaigns, bannedReferrers } = await req.payload.findGlobal({
    slug: 'shop-settings',
    depth: 0,
    overrideAccess: true,
    select: { adCampaigns: true, bannedReferrers: true },
    req,
  })
  return { adCampaigns: listOf(adCampaigns), bannedReferrers: listOf(bannedReferrers) }
}
