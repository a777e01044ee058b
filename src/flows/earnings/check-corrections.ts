import type { Ctx } from '../../context.ts'
import { groupBy } from '../../lib/group.ts'
import { checkCorrection, checkGrant, type Finding } from '../../modules/ledger/index.ts'
import { correctionsAfter } from '../../modules/ledger/store/corrections.ts'
import { entriesOfLines, entriesOfSources } from '../../modules/ledger/store.ts'

const batch = 50

/** ATT-29, ATT-40: every correction by hand against its entries. Both are written at once and never change. */
export async function checkCorrections(ctx: Pick<Ctx, 'req'>): Promise<Finding[]> {
  const findings: Finding[] = []
  for (let after = ''; ; ) {
    const req = await ctx.req()
    const rows = await correctionsAfter(req, after, batch)
    if (rows.length === 0) return findings
    const ids = rows.map(({ id }) => id)
    const entries = groupBy(await entriesOfSources(req, 'adjustment', ids), ({ sourceId }) => sourceId)
    findings.push(...rows.flatMap((row) => checkCorrection(row, entries.get(row.id) ?? [])))
    // What a claim credited is granted as a bonus is, and may be paid out and taken back like one.
    const credited = rows.filter(({ kind }) => kind === 'credited')
    const about = await entriesOfLines(
      req,
      credited.map(({ id }) => id),
    )
    for (const { id, creator, amount, currency } of credited) {
      const own = about.filter(({ orderLine }) => orderLine === id)
      findings.push(...checkGrant({ adjustment: id, creator, amount, currency, granted: true }, own))
    }
    after = ids.at(-1)!
  }
}
