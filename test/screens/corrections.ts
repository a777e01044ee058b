import path from 'node:path'
import { createClient } from '@libsql/client'
import type { Page } from 'playwright-core'
import { newId } from '../../src/lib/ids.ts'
import { handsOf } from '../e2e/desk-hands.ts'
import type { Stage } from '../e2e/people.ts'
import type { Screen } from './screens.ts'

interface Order {
  id: string
  number: string
}

export interface Corrected {
  /** The order of which a part was taken back. */
  taken: Order
}

/**
 * Brings about, on this stage's own copy, what people put right by hand: a part of a commission of the demo creator taken back, a claim
 * of hers that was upheld and one that a rule answered. What only comes with time, that an order ran out and that one counts as received, is
 * written for the demo fan.
 */
export async function bringCorrections(stage: Stage, earned: string): Promise<Corrected> {
  const [creator, finance] = await Promise.all([handsOf(stage.site, 'creator'), handsOf(stage.site, 'finance')])
  const orders = async (query: string) =>
    (await finance.call<{ docs: Order[] }>('GET', `/api/orders?${query}&limit=1&depth=0`)).docs[0] as Order
  const taken = await orders(`where[id][equals]=${earned}`)
  const missed = await orders('where[lines.creator][exists]=false&where[state][in]=paid,fulfilled,completed')
  const day = new Date(Date.now() - 86_400_000 * 400).toISOString().slice(0, 10)
  const claim = await creator.call<{ id: string }>('POST', '/v1/me/claims', {
    day,
    words: '粉丝发来了付款截图，是从我的露营那篇点过去的。',
  })
  await creator.call('POST', '/v1/me/claims', { number: taken.number })
  await finance.call('POST', `/v1/staff/claims/${claim.id}/uphold`, {
    ...{ orderNumber: missed.number, credit: 1_850 },
    answer: '截图和订单对得上：她换了手机，点击没有跟过去。按这一单的费率补给你。',
  })
  await finance.call('POST', '/v1/staff/clawbacks', {
    ...{ handle: 'ahe', orderNumber: taken.number, take: 300, reason: 'terms' },
    note: '这一单用了没有登记的广告链接，和她电话里说过了。',
  })
  await writeNotices(stage, taken)
  return { taken }
}

async function writeNotices(stage: Stage, { id: orderId, number: orderNumber }: Order): Promise<void> {
  const { email } = stage.account('fan')
  const file = createClient({ url: `file:${path.join(stage.site.dir, 'zhongcao.db')}` })
  // The shop goes on writing meanwhile.
  await file.execute('PRAGMA busy_timeout = 60000')
  for (const kind of ['order-expired', 'order-received'])
    await file.execute({
      sql: 'INSERT INTO notifications (id, user_id, kind, data) SELECT ?, id, ?, ? FROM users WHERE email = ?',
      args: [newId(), kind, JSON.stringify({ orderId, orderNumber }), email],
    })
  file.close()
}

/** What was put right, and the forms that do so as they refuse; the creator's own pages are in `moneyScreens`. */
export const correctionScreens = ({ taken }: Corrected): Screen[] => [
  { name: 'desk-claims', who: 'finance', path: '/desk/claims', act: openDetails },
  { name: 'desk-risk', who: 'finance', path: '/desk/risk' },
  { name: 'desk-risk-refused', who: 'finance', path: `/desk/risk?creator=ahe&order=${taken.number}`, act: askTooMuch },
  { name: 'desk-why-taken', who: 'finance', path: `/orders/${taken.id}/why?as=staff` },
]

async function openDetails(page: Page): Promise<void> {
  for (const summary of await page.locator('main details:not([open]) > summary').all()) await summary.click()
}

/** More than she has left of the order, and no note. */
async function askTooMuch(page: Page): Promise<void> {
  const form = page.locator('form:has([name=orderNumber])')
  await form.locator('[name=amount]').fill('99999')
  await form.locator('[name=note]').fill('x')
  await form.locator('button[type=submit]').click()
  await form.locator('[aria-invalid=true]').first().waitFor()
}
