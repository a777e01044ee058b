import type { Page } from 'playwright-core'
import { type Hands, handsOf, profileOf } from '../e2e/desk-hands.ts'
import type { Stage } from '../e2e/people.ts'
import type { Screen } from './screens.ts'

interface Programme {
  id: string
  isDefault: boolean
  joining: string
  updatedAt: string
}

export interface Terms {
  standard: string
  invited: string
  /** A code under a programme that was closed since. */
  closedCode: string
}

const margin = 3000

/**
 * Brings about, on this stage's own copy, terms that move: a rate that falls in 30 days and goods with rates of their own, a margin that is
 * guarded, an invitation of the demo creator, and a code of hers under a programme that was closed.
 */
export async function bringTerms(stage: Stage): Promise<Terms> {
  const admin = await handsOf(stage.site, 'admin')
  const { programmes } = await admin.call<{ programmes: Programme[] }>('GET', '/v1/programmes')
  const standard = programmes.find(({ isDefault }) => isDefault)
  const invited = programmes.find(({ joining }) => joining === 'invited')
  if (!standard || !invited) throw new Error('The demo world has no default programme, or none by invitation')
  const creator = await profileOf(admin, stage.account('creator').email)
  const { handle } = await admin.call<{ handle: string }>('GET', `/api/creators/${creator}?depth=0`)
  const set = (target: string | null, bps: number) =>
    admin.call('POST', `/v1/programmes/${standard.id}/rates`, { source: target === null ? 'programme' : 'product', target, bps })
  await set(null, 600)
  await set('tent', 1200)
  await set('lamp', 500)
  await admin.call('POST', '/api/globals/shop-settings', { minMarginBps: margin })
  await admin.call('POST', `/v1/programmes/${invited.id}/members`, { handle })
  return { standard: standard.id, invited: invited.id, closedCode: await closedCode(admin, creator) }
}

/** A code under a programme of its own, which is closed then: at once, since it never paid anything (ATT-15). */
async function closedCode(admin: Hands, creatorId: string): Promise<string> {
  const terms = {
    ...{ zh: '秋季上新', en: 'Autumn launch', model: 'last_touch', couponRule: 'coupon_wins', joining: 'open', isDefault: false },
    ...{ windowDays: 30, cartDays: 0, bindDays: 0, holdDays: 15, capBps: 5000, tiers: [] },
  }
  const { id } = await admin.call<{ id: string }>('POST', '/v1/programmes', { ...terms, phase: 'active', rateBps: 0 })
  const code = {
    code: 'QIUTIAN',
    kind: 'percent',
    percentOff: 1000,
    creditTo: creatorId,
    programmeId: id,
    minGoods: 20_000,
    limitTotal: 300,
  }
  const made = await admin.call<{ id: string }>('POST', '/v1/coupons', code)
  const { programme } = await admin.call<{ programme: Programme }>('GET', `/v1/programmes/${id}`)
  await admin.call('PUT', `/v1/programmes/${id}`, { ...terms, phase: 'closed', updatedAt: programme.updatedAt })
  return made.id
}

/** Programmes and codes whose terms moved; those of the creator are in `moneyScreens`. */
export const termsScreens = ({ standard, invited, closedCode }: Terms): Screen[] => [
  { name: 'desk-programme', who: 'admin', path: `/desk/programmes/${standard}?try=30` },
  { name: 'desk-programme-refused', who: 'admin', path: `/desk/programmes/${standard}`, act: askTooMuch },
  { name: 'desk-programme-invited', who: 'admin', path: `/desk/programmes/${invited}` },
  { name: 'desk-coupon-closed', who: 'admin', path: `/desk/coupons/${closedCode}` },
]

/** A rate above the cap. */
async function askTooMuch(page: Page): Promise<void> {
  const form = page.locator('form:has([name=percent])')
  await form.locator('[name=percent]').fill('95')
  await form.locator('button[type=submit]').first().click()
  await form.locator('[aria-invalid=true]').first().waitFor()
}
