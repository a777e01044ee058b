import type { Ctx } from '../../context.ts'
import { type ConversionRow, conversionsAfter, refundsOfSale } from '../../modules/conversions/store.ts'
import { checkBooks as checkEntries, type Finding, type LineForBooks } from '../../modules/ledger/index.ts'
import { entriesOfLines } from '../../modules/ledger/store.ts'
import { steady } from './steady.ts'

const batch = 200

/** Sales of other shops against their entries: each line has its one accrual and what its refunds take back. */
export async function checkConversions(ctx: Pick<Ctx, 'req'>): Promise<Finding[]> {
  const findings: Finding[] = []
  for (let after = ''; ; ) {
    const told = await conversionsAfter(await ctx.req(), after, batch)
    if (told.length === 0) return findings
    for (const sale of told.filter(({ kind }) => kind === 'sale')) findings.push(...(await steady(() => checkSale(ctx, sale))))
    after = told.at(-1)!.id
  }
}

async function checkSale(ctx: Pick<Ctx, 'req'>, sale: ConversionRow): Promise<Finding[]> {
  const req = await ctx.req()
  const refunds = await refundsOfSale(req, sale.id)
  const entries = await entriesOfLines(
    req,
    sale.lines.map(({ id }) => id),
  )
  return checkEntries(
    entries,
    sale.lines.map((line): LineForBooks => {
      const back = refunds.flatMap(({ lines }) => lines).filter((one) => one.line === line.line)
      return {
        orderLine: line.id,
        currency: sale.currency,
        paid: true,
        commission: line.commission,
        base: line.baseAmount,
        refundedBase: back.reduce((sum, { baseAmount }) => sum + baseAmount, 0),
      }
    }),
  )
}
