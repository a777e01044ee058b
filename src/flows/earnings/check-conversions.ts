import type { Ctx } from '../../context.ts'
import { type ConversionRow, conversionsAfter, refundsOfSale } from '../../modules/conversions/store.ts'
import { checkLines, type Finding, type LineForBooks } from '../../modules/ledger/index.ts'
import { entriesOfLines } from '../../modules/ledger/store.ts'
import { countableOf } from '../conversions/countable.ts'
import { partsOf } from '../payments/line-decision.ts'
import type { PieceSums } from './check-piece-stats.ts'
import { steady } from './steady.ts'

const batch = 50

/** Sales of other shops against their entries: each line has its one accrual and what its refunds take back. Adds what their pieces sold. */
export async function checkConversions(ctx: Pick<Ctx, 'req'>, sums: PieceSums): Promise<Finding[]> {
  const findings: Finding[] = []
  for (let after = ''; ; ) {
    const told = await conversionsAfter(await ctx.req(), after, batch)
    if (told.length === 0) return findings
    for (const sale of told.filter(({ kind }) => kind === 'sale')) {
      findings.push(...(await steady(() => checkSale(ctx, sale))))
      sums.countOrder(countableOf(sale))
    }
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
  const countable = countableOf(sale)
  return checkLines(
    entries,
    sale.lines.map((line): LineForBooks => {
      const told = countable.find(({ id }) => id === line.id)
      const back = refunds.flatMap(({ lines }) => lines).filter((one) => one.line === line.line)
      return {
        orderLine: line.id,
        order: sale.id,
        currency: sale.currency,
        test: false,
        paid: true,
        commission: line.commission,
        base: line.baseAmount,
        refunds: back.map(({ id, baseAmount }) => ({ id, base: baseAmount })),
        shares: told && partsOf(told),
      }
    }),
  )
}
