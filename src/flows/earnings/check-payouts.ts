import type { Ctx } from '../../context.ts'
import { groupBy } from '../../lib/group.ts'
import { checkPayouts as checkEntries, type Finding } from '../../modules/ledger/index.ts'
import { linesOfPayouts, type PayoutRow, payoutsAfter } from '../../modules/ledger/store/payouts.ts'
import { entriesOfSources } from '../../modules/ledger/store.ts'
import { steady } from './steady.ts'

const batch = 50

/** ATT-33: every payout against its lines and its entries. Entries of payouts that do not exist are found by `checkGrants`' walk. */
export async function checkPayouts(ctx: Pick<Ctx, 'req'>): Promise<{ findings: Finding[]; count: number; ids: Set<string> }> {
  const result = { findings: [] as Finding[], count: 0, ids: new Set<string>() }
  for (let after = ''; ; ) {
    const payouts = await payoutsAfter(await ctx.req(), after, batch)
    if (payouts.length === 0) return result
    const first = after
    result.findings.push(...(await steady(async () => check(ctx, await payoutsAfter(await ctx.req(), first, batch)))))
    result.count += payouts.length
    for (const { id } of payouts) result.ids.add(id)
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
