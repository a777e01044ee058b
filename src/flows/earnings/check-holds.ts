import type { Ctx } from '../../context.ts'
import { checkReleases, type Finding } from '../../modules/ledger/index.ts'
import { holdsAfter, holdsByIds } from '../../modules/ledger/store/holds.ts'

const batch = 50

/** ATT-26: holds and their releases are rows of the books. They only ever grow, and a hold stands before its release. */
export async function checkHolds(ctx: Pick<Ctx, 'req'>): Promise<Finding[]> {
  const findings: Finding[] = []
  for (let after = ''; ; ) {
    const req = await ctx.req()
    const rows = await holdsAfter(req, after, batch)
    if (rows.length === 0) return findings
    const releases = rows.filter(({ kind }) => kind === 'release')
    const held = await holdsByIds(
      req,
      releases.flatMap(({ hold }) => (hold ? [hold] : [])),
    )
    findings.push(...checkReleases(releases, new Map(held.map((hold) => [hold.id, hold]))))
    after = rows.at(-1)!.id
  }
}
