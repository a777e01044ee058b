import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { type Hands, handsOf, profileOf } from '../e2e/desk-hands.ts'
import type { Stage } from '../e2e/people.ts'
import type { Screen } from './screens.ts'

interface Preview {
  payouts: { creator: { id: string }; net: number }[]
}

/**
 * Brings about, on this stage's own copy, what the demo world does not hold: payouts that are overdue, a locked run of which one was
 * stopped by a hold, a hold by hand and one past its review, a bonus that waits for a second person, and a notice of payment of each
 * kind that needs a person. Answers the run.
 */
export async function bringFinance(stage: Stage): Promise<{ stopped: string }> {
  const [admin, finance] = await Promise.all([handsOf(stage.site, 'admin'), handsOf(stage.site, 'finance')])
  // A day of the month that has just passed, and a minimum that more than two reach.
  const yesterday = new Date(Date.now() - 86_400_000).getUTCDate()
  await admin.call('POST', '/api/globals/shop-settings', { payoutDay: Math.min(28, yesterday), minPayout: 2000 })
  const { run, creator } = await lockSome(finance, await profileOf(admin, stage.account('creator').email))
  await admin.call('POST', '/v1/holds', { creator, orderLine: null, note: '两个收货地址只差一个门牌号，等她的说明' })
  await admin.call('POST', '/v1/bonuses', {
    ...{ kind: 'flat', creator, fee: 30_000, cap: 50_000 },
    proof: '双十一开箱系列三支短片，合同 2026-118，三支都已公开：https://example.com/brief/118',
  })
  await writeRows(stage, creator)
  return { stopped: run }
}

/** Locks a run of two who may be paid; the demo creator and others stay for the next. The first of the two is answered: she is held later. */
async function lockSome(finance: Hands, own: string): Promise<{ run: string; creator: string }> {
  const { payouts } = await finance.call<Preview>('GET', '/v1/payout-preview')
  const others = payouts.filter(({ creator }) => creator.id !== own)
  if (others.length < 3) throw new Error(`In the demo world ${others.length} others may be paid: too few for a run and a preview`)
  const chosen = others.slice(0, 2)
  const { runId } = await finance.call<{ runId: string }>('POST', '/v1/payout-runs', {
    creators: chosen.map(({ creator }) => creator.id),
    expectedTotal: chosen.reduce((sum, { net }) => sum + net, 0),
  })
  return { run: runId, creator: chosen[0]!.creator.id }
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
export const financeScreens = ({ stopped }: { stopped: string }): Screen[] => [
  { name: 'desk-payout-stopped', who: 'finance', path: `/desk/payouts/${stopped}` },
  { name: 'desk-holds', who: 'finance', path: '/desk/holds' },
  { name: 'desk-bonuses', who: 'finance', path: '/desk/bonuses' },
  { name: 'desk-troubles', who: 'finance', path: '/desk/payment-troubles' },
]
