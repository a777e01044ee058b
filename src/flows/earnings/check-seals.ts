import type { Ctx } from '../../context.ts'
import { type Finding, faultOfSeal, type Seal } from '../../modules/ledger/index.ts'
import { sealedForm, sealsAfter } from '../../modules/ledger/store/seals.ts'
import { entriesAfter } from '../../modules/ledger/store.ts'

const batch = 50

/** ATT-26: walks the chain of seals and every entry under it. One finding for each seal that is not right. */
export async function checkSeals(ctx: Pick<Ctx, 'req'>): Promise<{ findings: Finding[]; count: number }> {
  const result = { findings: [] as Finding[], count: 0 }
  for (let last: Seal | null = null; ; ) {
    const seals: Seal[] = await sealsAfter(await ctx.req(), last?.to ?? 0, batch)
    if (seals.length === 0) return result
    for (const seal of seals) {
      const size = Math.max(0, seal.to - seal.from + 1)
      const entries =
        size === 0 ? [] : (await entriesAfter(await ctx.req(), seal.from - 1, size)).filter(({ sequence }) => sequence <= seal.to)
      const fault = faultOfSeal(last, seal, entries.map(sealedForm))
      if (fault) result.findings.push({ code: 'seal_broken', subject: `seal:${seal.from}`, message: fault })
      last = seal
    }
    result.count += seals.length
  }
}
