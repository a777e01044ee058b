import type { PayloadRequest } from 'payload'
import { groupBy } from '../../lib/group.ts'
import { tag } from '../../lib/page-tags.ts'
import type { EarningLink } from '../../modules/attribution/index.ts'
import { defaultProgrammeId } from '../../modules/attribution/store/terms.ts'
import { appliesTo } from '../../modules/checkout/index.ts'
import { type CouponRow, findCreditingCodes } from '../../modules/checkout/store/coupons.ts'
import { keptByPages, keptPart } from '../pages/page-shows.ts'
import { earningsOf } from './link-earnings.ts'

type Code = Pick<CouponRow, 'products' | 'excludedProducts' | 'programme' | 'endsAt'>

/** What a link's creator may earn on its product. */
export interface Earned {
  /** By the link from any source, basis points; 0 gives nothing (DIS-1). */
  rateBps: number
  /** A code of hers may earn on it (DIS-3). */
  codeEarns: boolean
}

/**
 * DIS-1, DIS-3: what each of these links may earn, in their order, and whether its creator has a code that earns on its product (ATT-16):
 * whoever reads of the goods may buy them with it, so that she has an interest in them also where the link gives nothing. A code that
 * begins later counts already. Both are one question.
 */
export async function earnedBy(req: PayloadRequest, links: readonly EarningLink[], at: Date): Promise<Earned[]> {
  const codes = await sharedCodes(req, [...new Set(links.map(({ creator }) => creator))])
  const asked = links.flatMap(({ creator, product }, index) =>
    (codes.get(creator) ?? [])
      .filter((code) => product !== null && appliesTo(code, product) && (code.endsAt === null || code.endsAt > at))
      .map(({ programme }) => ({ index, link: { id: null, creator, product, programme } })),
  )
  const rates = await earningsOf(req, [...links, ...asked.map(({ link }) => link)], at)
  const earning = new Set(asked.flatMap(({ index }, nth) => (rates[links.length + nth]! > 0 ? [index] : [])))
  return links.map((_, index) => ({ rateBps: rates[index]!, codeEarns: earning.has(index) }))
}

/** Codes by creator; what is done to one makes her tag old. Which programme is the default one is a matter of the whole site. */
async function sharedCodes(req: PayloadRequest, creators: readonly string[]): Promise<Map<string, Code[]>> {
  const codes = await keptByPages(creators, {
    kind: 'codes',
    read: async (missing): Promise<Map<string, Code[]>> => {
      const found = groupBy(await findCreditingCodes(req, missing), ({ creator }) => creator)
      return new Map(missing.map((id) => [id, found.get(id) ?? []]))
    },
    shown: (_codes, id) => [tag.creator(id)],
  })
  const all = [...codes.values()].flat()
  const standard = all.some(({ programme }) => programme === null)
    ? await keptPart('default programme', () => defaultProgrammeId(req))
    : null
  return new Map([...codes].map(([id, own]) => [id, own.map((code) => ({ ...code, programme: code.programme ?? standard }))]))
}
