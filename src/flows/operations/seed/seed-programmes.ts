import type { Ctx } from '../../../context.ts'
import { defaultCapBps } from '../../../modules/attribution/index.ts'
import { listProgrammes } from '../../../modules/attribution/store/programme-rows.ts'
import { inviteMember, joinProgramme } from '../../programmes/members.ts'
import { createProgramme } from '../../programmes/save-programme.ts'
import { setRate } from '../../programmes/set-rate.ts'
import { daysAgo } from './at-time.ts'
import { must } from './must.ts'
import { personOf, type SeedPeople } from './seed-accounts.ts'
import type { SeedMoney } from './world-files.ts'

/** Terms of the programme by invitation that are not its story. */
const usual = {
  ...{ model: 'last_touch' as const, couponRule: 'coupon_wins' as const, windowDays: 30, cartDays: 0, bindDays: 0, holdDays: 15 },
  ...{ capBps: defaultCapBps, joining: 'invited' as const, status: 'active' as const, isDefault: false, tiers: [] },
}

/**
 * A programme by invitation with its members and a product that pays more in it, and rates agreed with single creators in the
 * default one (ATT-14). Before the month of orders, so that these say so. Doing it twice changes nothing.
 */
export async function seedProgrammes(now: Ctx, { partners, deals }: SeedMoney, people: SeedPeople): Promise<void> {
  const { finance } = people
  const { zh, en, rateBps, daysAgo: days, members, rates } = partners
  const ctx = daysAgo(now, days)
  const known = await listProgrammes(await now.req())
  const programmeId =
    known.find((one) => one.zh === zh)?.id ?? must(await createProgramme(ctx, finance, { ...usual, zh, en, rateBps }), zh).id
  for (const handle of members) {
    must(await inviteMember(ctx, finance, { programmeId, handle }), handle)
    must(await joinProgramme(daysAgo(now, days - 1), personOf(people, handle), { programmeId }), handle)
  }
  for (const { product, bps } of rates) must(await setRate(ctx, finance, { programmeId, source: 'product', target: product, bps }), product)
  const standard = known.find(({ isDefault }) => isDefault)
  if (!standard) throw new Error('The default programme is made before its deals')
  for (const { creator, bps, daysAgo: agreed } of deals)
    must(await setRate(daysAgo(now, agreed), finance, { programmeId: standard.id, source: 'invited', target: creator, bps }), creator)
}
