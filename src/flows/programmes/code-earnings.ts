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

/**
 * DIS-3: of each of these links whether its creator has a code that earns on the link's product (ATT-16): whoever reads of the goods may
 * buy them with it, so that she has an interest in them also where the link gives nothing. A code that begins later counts already.
 */
export async function codesEarnOn(req: PayloadRequest, links: readonly EarningLink[], at: Date): Promise<boolean[]> {
  const codes = await sharedCodes(req, [...new Set(links.map(({ creator }) => creator))])
  const asked = links.flatMap(({ creator, product }, index) =>
    (codes.get(creator) ?? [])
      .filter((code) => product !== null && appliesTo(code, product) && (code.endsAt === null || code.endsAt > at))
      .map(({ programme }) => ({ index, link: { id: null, creator, product, programme } })),
  )
  const rates = await earningsOf(
    req,
    asked.map(({ link }) => link),
    at,
  )
  const earning = new Set(asked.flatMap(({ index }, nth) => (rates[nth]! > 0 ? [index] : [])))
  return links.map((_, index) => earning.has(index))
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
