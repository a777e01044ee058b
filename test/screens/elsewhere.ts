import { createHmac, randomUUID } from 'node:crypto'
import path from 'node:path'
import { createClient } from '@libsql/client'
import type { Page } from 'playwright-core'
import { newId } from '../../src/lib/ids.ts'
import type { Stage } from '../e2e/people.ts'
import type { Screen } from './screens.ts'

/** Ids of the sale. */
export interface SoldElsewhere {
  sale: string
}

/** Brings about, on this stage's own copy, what the demo world does not hold: a sale of another shop, to which two creators led, and a part of it refunded. */
export async function bringElsewhere(stage: Stage): Promise<SoldElsewhere> {
  const admin = await stage.member('admin')
  const ask = async (from: string): Promise<Record<string, unknown>> => {
    const answer = await admin.request.get(from)
    const doc = ((await answer.json()) as { docs?: Record<string, unknown>[] }).docs?.[0]
    if (!doc) throw new Error(`${from} answers ${answer.status()} and has none`)
    return doc
  }
  const { id: programme } = await ask('/api/programmes?where[isDefault][equals]=true&limit=1&depth=0')
  const { email } = stage.account('creator')
  const { creator: own } = await ask(`/api/users?where[email][equals]=${encodeURIComponent(email)}&limit=1&depth=0`)
  const { id: other } = await ask(`/api/creators?where[and][0][id][not_equals]=${own}&where[and][1][status][equals]=active&limit=1&depth=0`)
  const [first, last] = await linksOut(stage, [other, own].map(String), String(programme))
  const buyer = await stage.visitor()
  await follow(buyer, first!)
  const clickId = await follow(buyer, last!)
  await buyer.context().close()
  const made = await admin.request.post('/v1/staff/partners', { data: { name: '山野铺', programme }, headers: { origin: stage.site.url } })
  const partner = (await made.json()) as { keyId: string; secret: string }
  const lines = (paidAmount: number, taxAmount: number) => [{ line: '1', paidAmount, taxAmount }]
  const soldAt = new Date().toISOString()
  const [sold] = [{ ...lines(25_900, 2_980)[0], title: '折叠椅 · 卡其' }]
  const sale = await tell(stage, partner, { kind: 'sale', id: 'SY-20261102-118', soldAt, currency: 'CNY', clickId, lines: [sold] })
  await tell(stage, partner, { kind: 'refund', id: 'R-77', sale: 'SY-20261102-118', refundedAt: soldAt, lines: lines(5_180, 596) })
  await admin.context().close()
  return { sale }
}

/** Codes of new links of these creators that lead to the other shop. */
async function linksOut({ site }: Stage, creators: readonly string[], programme: string): Promise<string[]> {
  const file = createClient({ url: `file:${path.join(site.dir, 'zhongcao.db')}` })
  // The shop goes on writing meanwhile.
  await file.execute('PRAGMA busy_timeout = 60000')
  const codes = creators.map((_, index) => `out${index}${randomUUID().slice(0, 8)}`)
  for (const [index, creator] of creators.entries())
    await file.execute({
      sql: 'INSERT INTO product_links (id, code, creator_id, url, programme_id, status, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      args: [
        newId(),
        codes[index]!,
        creator,
        'https://shanye.example.test/chair',
        programme,
        'active',
        new Date().toISOString(),
        new Date().toISOString(),
      ],
    })
  file.close()
  return codes
}

/** A click: the id with which the buyer comes there. */
async function follow(page: Page, code: string): Promise<string> {
  const answer = await page.request.get(`/go/${code}`, { maxRedirects: 0 })
  const clickId = new URL(answer.headers().location ?? 'about:blank').searchParams.get('zc_click')
  if (!clickId) throw new Error(`/go/${code} answers ${answer.status()} without a click`)
  return clickId
}

async function tell({ site }: Stage, { keyId, secret }: { keyId: string; secret: string }, told: object): Promise<string> {
  const body = JSON.stringify(told)
  const seconds = Math.floor(Date.now() / 1000)
  const signature = `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex')}`
  const headers = { 'content-type': 'application/json', 'zhongcao-key': keyId, 'zhongcao-signature': signature }
  const answer = await fetch(`${site.url}/v1/conversions`, { method: 'POST', body, headers })
  if (answer.status !== 201) throw new Error(`/v1/conversions answers ${answer.status}: ${await answer.text()}`)
  return ((await answer.json()) as { id: string }).id
}

/** The story of a sale elsewhere, for the creator and for finance. */
export const elsewhereScreens = ({ sale }: SoldElsewhere): Screen[] => [
  { name: 'studio-why-elsewhere', who: 'creator', path: `/orders/${sale}/why?as=creator` },
  { name: 'desk-why-elsewhere', who: 'finance', path: `/orders/${sale}/why?as=staff` },
]
