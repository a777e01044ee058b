import type { Ctx } from '../../context.ts'
import { groupBy } from '../../lib/group.ts'
import { checkPayouts as checkEntries, type Finding, finding } from '../../modules/ledger/index.ts'
import { linesOfPayouts, type PayoutRow, payoutLinesAfter, payoutsAfter, payoutsByIds } from '../../modules/ledger/store/payouts.ts'
import { entriesOfSources } from '../../modules/ledger/store.ts'
import { steady } from './steady.ts'

const batch = 50

/** ATT-33: every payout against its lines and its entries, and no line without its payout. Entries without one are found where all entries are. */
export async function checkPayouts(ctx: Pick<Ctx, 'req'>): Promise<{ findings: Finding[]; count: number }> {
  const result = { findings: await checkLinesAlone(ctx), count: 0 }
  for (let after = ''; ; ) {
    const payouts = await payoutsAfter(await ctx.req(), after, batch)
    if (payouts.length === 0) return result
    const first = after
    result.findings.push(...(await steady(async () => check(ctx, await payoutsAfter(await ctx.req(), first, batch)))))
    result.count += payouts.length
    after = payouts.at(-1)!.id
  }
}

async function check(ctx: Pick<Ctx, 'req'>, payouts: readonly PayoutRow[]): Promise<Finding[]> {
  const ids = payouts.map(({ id }) => id)
  const req = await ctx.req()
  const lines = groupBy(await linesOfPayouts(req, ids), ({ payout }) => payout)
  return checkEntries(
    payouts.map(({ id, creator, currency, amount, taxAmount, state }) => ({
      ...{ payout: id, creator, currency, amount, tax: taxAmount, state },
      lines: (lines.get(id) ?? []).map(({ orderLine, order, amount: part }) => ({ orderLine, order: order ?? null, amount: part })),
    })),
    await entriesOfSources(req, 'payout', ids),
  )
}

/** A payout's lines are written with it, never changed, and are of its creator and its currency. */
async function checkLinesAlone(ctx: Pick<Ctx, 'req'>): Promise<Finding[]> {
  const findings: Finding[] = []
  for (let after = ''; ; ) {
    const req = await ctx.req()
    const lines = await payoutLinesAfter(req, after, batch)
    if (lines.length === 0) return findings
    const payouts = await payoutsByIds(req, [...new Set(lines.map(({ payout }) => payout))])
    for (const { id, payout: named, creator, currency } of lines) {
      const payout = payouts.find((one) => one.id === named)
      if (!payout) findings.push(finding('unknown_payout', id, `the payout line names ${named}, which does not exist`))
      else if (payout.creator !== creator || payout.currency !== currency)
        findings.push(finding('payout_differs', named, `its line ${id} is of ${creator} in ${currency}`))
    }
    after = lines.at(-1)!.id
  }
}
