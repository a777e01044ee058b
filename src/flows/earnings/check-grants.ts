import type { Ctx } from '../../context.ts'
import { groupBy } from '../../lib/group.ts'
import { checkGrant, type Finding } from '../../modules/ledger/index.ts'
import { bonusesAfter, bonusesByIds } from '../../modules/ledger/store/bonuses.ts'
import { entriesOfLines } from '../../modules/ledger/store.ts'
import { steady } from './steady.ts'

const batch = 50

/** ATT-36: every bonus against its entries. */
export async function checkGrants(ctx: Pick<Ctx, 'req'>): Promise<Finding[]> {
  const findings: Finding[] = []
  for (let after = ''; ; ) {
    const ids = (await bonusesAfter(await ctx.req(), after, batch)).map(({ id }) => id)
    if (ids.length === 0) return findings
    findings.push(...(await steady(() => check(ctx, ids))))
    after = ids.at(-1)!
  }
}

async function check(ctx: Pick<Ctx, 'req'>, ids: readonly string[]): Promise<Finding[]> {
  const req = await ctx.req()
  const bonuses = await bonusesByIds(req, ids)
  const entries = groupBy(await entriesOfLines(req, ids), ({ orderLine }) => orderLine)
  return bonuses.flatMap(({ id, creator, amount, currency, state }) =>
    checkGrant({ adjustment: id, creator, amount, currency, granted: state === 'granted' }, entries.get(id) ?? []),
  )
}
