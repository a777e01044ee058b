import type { Ctx } from '../../context.ts'
import { makeSeal, sealSize } from '../../modules/ledger/index.ts'
import { insertSeal, lastSeal, sealedForm } from '../../modules/ledger/store/seals.ts'
import { entriesAfter } from '../../modules/ledger/store.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'

/**
 * Seals every entry that is not sealed yet, in runs, each in a transaction of its own. Two sealers at once: the key of a seal lets one
 * win, and the other goes on after it. Answers how many entries were sealed.
 */
export async function sealLedger(ctx: Ctx): Promise<number> {
  for (let total = 0; ; ) {
    const sealed = await againOnDuplicate(() =>
      ctx.tx('seal ledger', async (req) => {
        const last = await lastSeal(req)
        const entries = await entriesAfter(req, last?.to ?? 0, sealSize)
        if (entries.length === 0) return 0
        await insertSeal(req, makeSeal(last, entries.map(sealedForm)), ctx.clock.now())
        return entries.length
      }),
    )
    total += sealed
    if (sealed < sealSize) return total
  }
}
