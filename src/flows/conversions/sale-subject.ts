import type { PayloadRequest } from 'payload'
import type { TouchStory } from '../../modules/attribution/index.ts'
import type { ConversionLine, ConversionRow } from '../../modules/conversions/store.ts'
import { refundsOfSale } from '../../modules/conversions/store.ts'
import { payableOfLine } from '../earnings/line-dates.ts'
import type { WhySubject } from '../orders/why-subject.ts'
import type { StoryLine } from '../orders/why-view.ts'
import { saleDecisionOf } from './countable.ts'
import { partnerNames, saleName } from './sale-names.ts'

/** A sale that another shop told, as its story is told (ATT-39). */
export async function saleSubject(req: PayloadRequest, sale: ConversionRow): Promise<WhySubject> {
  const shop = (await partnerNames(req, [sale.partner])).get(sale.partner) ?? ''
  const holds = new Map(sale.lines.map(({ id, holdDays }) => [id, holdDays]))
  return {
    ...{ id: sale.id, number: saleName(shop, sale.externalId), currency: sale.currency, placedAt: sale.soldAt, paidAt: null },
    ...{ checkoutStartedAt: sale.checkoutStartedAt, test: false, follows: null, elsewhere: { shop, toldAt: sale.at } },
    lines: sale.lines.map(storyLine),
    wentBack: async () =>
      (await refundsOfSale(req, sale.id)).flatMap(({ at, lines }) =>
        lines.flatMap(({ id: part, line, paidAmount: refunded }) => {
          const sold = sale.lines.find((one) => one.line === line)
          return sold ? [{ part, lineId: sold.id, at, quantity: null, refunded }] : []
        }),
      ),
    payable: async (lineId) => payableOfLine({ holds }, lineId, new Date(sale.at), 0),
  }
}

/** What was paid is all that the other shop tells: neither a list price nor how many. What stood for its goods is no product of ours. */
export function storyLine(line: ConversionLine): StoryLine {
  const decision = saleDecisionOf(line)
  const { id, title, line: name, paidAmount, taxAmount, baseAmount, commission, rateBps, reason } = line
  const unnamed = <T extends TouchStory>(touch: T): T => ({ ...touch, productId: null })
  return {
    ...{ id, title: title || name, quantity: null, product: null, options: null, picture: null },
    ...{ paidAmount, listAmount: paidAmount, discountAmount: 0, couponAmount: 0, taxAmount, baseAmount, commission, rateBps, reason },
    creator: decision?.winner?.creatorId ?? null,
    programme: decision?.winner?.programmeId ?? null,
    rateSource: decision?.rateSource ?? null,
    model: decision?.model ?? null,
    decision: decision && {
      ...decision,
      considered: decision.considered.map(unnamed),
      refused: decision.refused.map(unnamed),
    },
  }
}
