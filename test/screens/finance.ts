import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createClient } from '@libsql/client'
import type { Stage } from '../e2e/people.ts'
import type { Screen } from './screens.ts'

/**
 * Brings about, on this stage's own copy, what the demo world does not hold: a hold by hand and one past its review, a bonus that waits
 * for a second person, and a notice of payment of each kind that needs a person.
 */
export async function bringFinance(stage: Stage): Promise<void> {
  const admin = await stage.member('admin')
  const answer = await admin.request.get('/api/ledger-entries?where[creator][exists]=true&limit=1&depth=0')
  const creator = ((await answer.json()) as { docs: { creator: string }[] }).docs[0]?.creator
  if (!creator) throw new Error('In the demo world nobody earned anything')
  const send = async (to: string, data: object) => {
    const headers = { origin: stage.site.url, 'idempotency-key': randomUUID() }
    const sent = await admin.request.post(to, { data, headers })
    if (!sent.ok()) throw new Error(`${to} answers ${sent.status()}: ${await sent.text()}`)
  }
  await send('/v1/holds', { creator, orderLine: null, note: '两个收货地址只差一个门牌号，等她的说明' })
  await send('/v1/bonuses', {
    ...{ kind: 'flat', creator, fee: 30_000, cap: 50_000 },
    proof: '双十一开箱系列三支短片，合同 2026-118，三支都已公开：https://example.com/brief/118',
  })
  await admin.context().close()
  await writeRows(stage, creator)
}

async function writeRows({ site }: Stage, creator: string): Promise<void> {
  const file = createClient({ url: `file:${path.join(site.dir, 'zhongcao.db')}` })
  // The shop goes on writing meanwhile.
  await file.execute('PRAGMA busy_timeout = 60000')
  const days = (count: number) => new Date(Date.now() - count * 86_400_000).toISOString()
  const { rows } = await file.execute({
    sql: 'SELECT order_line, creator_id FROM ledger_entries WHERE kind = ? AND creator_id = ? LIMIT 1',
    args: ['accrue', creator],
  })
  await file.execute({
    sql: 'INSERT INTO holds (id, key, kind, creator_id, order_line, reason, until, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    args: [randomUUID(), 'signal:old', 'hold', creator, rows[0]?.order_line ?? null, 'fraud_signal', days(6), days(36)],
  })
  const { rows: payments } = await file.execute('SELECT reference FROM payments LIMIT 1')
  for (const [index, outcome] of ['unknown_payment', 'amount_mismatch', 'refund_over', 'refund_bounced'].entries()) {
    const reference = index === 0 ? 'sbx_5f1c0d2e9b7a' : String(payments[0]?.reference)
    await file.execute({
      sql: 'INSERT INTO provider_events (id, key, provider, type, reference, outcome, received_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      args: [randomUUID(), `sandbox:evt_${index}8c1f0b`, 'sandbox', 'payment.settled', reference, outcome, days(index)],
    })
  }
  file.close()
}

/** Finance's pages with something on them. */
export const financeScreens: Screen[] = [
  { name: 'desk-holds', who: 'finance', path: '/desk/holds' },
  { name: 'desk-bonuses', who: 'finance', path: '/desk/bonuses' },
  { name: 'desk-troubles', who: 'finance', path: '/desk/payment-troubles' },
]
