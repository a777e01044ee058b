import { type Decision, refusalOf } from '../../modules/attribution/index.ts'
import type { PartnerRow } from '../../modules/conversions/store.ts'
import type { Story } from '../orders/read-story.ts'

/** What stands for the goods of another shop where a product of ours would stand. */
export const goodsOf = ({ id }: Pick<PartnerRow, 'id'>): string => `partner:${id}`

/**
 * What of a buyer's story has a part in a sale elsewhere: touches that led out, links without a programme among them, which say so of
 * themselves; binds under the other shop's own programme; a code under it. A deal of the creator's under another programme (ATT-14) is about
 * our goods. A code under another is kept, so that the page can say that it
 * credits nobody. What led to goods of ours has no part. Pure.
 */
export function storyElsewhere(story: Story, partner: Pick<PartnerRow, 'id' | 'programme'>): Story {
  const { coupon } = story
  return {
    ...story,
    touches: story.touches
      .filter(({ programmeId, productId }) => productId === null && (programmeId === null || programmeId === partner.programme))
      .map((touch) => ({ ...touch, productId: goodsOf(partner) })),
    bindings: story.bindings.filter(({ programmeId }) => programmeId === partner.programme),
    members: story.members.filter(({ programmeId }) => programmeId === partner.programme),
    // Nobody promotes its goods one by one: who promotes at all does (ATT-15).
    promoting: { ...story.promoting, product: (creator) => story.promoting.anything(creator) },
    coupon: coupon && coupon.programmeId !== partner.programme ? { ...coupon, attributes: false } : coupon,
  }
}

/**
 * The decision with the touches of before the sale that led out under another programme, each refused: only the other shop's own programme
 * pays for its sales (ATT-07). Pure.
 */
export function withOthersRefused(decision: Decision, story: Story, partner: Pick<PartnerRow, 'programme'>, soldAt: Date): Decision {
  const others = story.touches.filter(
    ({ programmeId, productId, repeatOf, at }) =>
      productId === null && programmeId !== null && programmeId !== partner.programme && !repeatOf && at <= soldAt,
  )
  if (others.length === 0) return decision
  const refused = [...decision.refused, ...others.map((touch) => refusalOf(touch, 'other_programme'))]
  return { ...decision, refused: refused.sort((a, b) => (a.at === b.at ? (a.touchId < b.touchId ? -1 : 1) : a.at < b.at ? -1 : 1)) }
}
