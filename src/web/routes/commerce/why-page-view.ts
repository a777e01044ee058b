import type { Faces } from '../../../flows/commerce/read-faces.ts'
import type { WhyRead } from '../../../flows/orders/read-why.ts'
import type { WhyLineRead, WhyTouchRead } from '../../../flows/orders/why-view.ts'
import { currencyDigits, type Money } from '../../../lib/money.ts'
import { defaultWindowSeconds, models, ratePrecedence } from '../../../modules/attribution/index.ts'
import type { TouchWho, WhyEventView, WhyReason, WhyStoryItem, WhyTouchView, WhyView } from '../../../ui/commerce/index.ts'
import { type Locale, localePath } from '../../../ui/i18n/index.ts'
import { creatorChip, lineProduct, pieceLink } from './faces.ts'

export interface WhyParts {
  why: WhyRead
  line: WhyLineRead
  faces: Faces
  locale: Locale
}

const daySeconds = 86_400

/** Ids of everything that the page shows beside the story. */
export const facesOfWhy = ({ lines }: Pick<WhyRead, 'lines'>) => ({
  pictures: lines.map(({ picture }) => picture),
  products: lines.map(({ productId }) => productId),
  creators: lines.flatMap(({ touches, verdict, coupon }) =>
    [...touches, ...(verdict?.shares ?? []), ...(coupon ? [coupon] : [])].map(({ creatorId }) => creatorId),
  ),
  pieces: lines.flatMap(({ touches }) => touches.map(({ pieceId }) => pieceId)),
})

/** The page of one line. What this reader may not know is not in `why` any more; nothing is added here. */
export function whyView(parts: WhyParts): WhyView {
  const { why, line, faces, locale } = parts
  const money = (amount: number): Money => ({ amount, currency: why.currency })
  return {
    reader: why.reader,
    orderNumber: why.orderNumber,
    follows: why.follows,
    backHref: localePath(locale, backOf(why)),
    elsewhere: why.elsewhere?.shop ?? null,
    product: {
      ...lineProduct(faces, locale, { ...line, product: line.productId }),
      quantity: line.quantity,
      paid: money(line.paidAmount),
    },
    verdict: line.verdict && {
      shares: line.verdict.shares.map(({ creatorId, shareBps, commission }) => ({
        creator: creatorChip(faces, locale, creatorId),
        shareBps,
        commission: money(commission),
      })),
    },
    reason: reasonOf(line.reason),
    rule: line.rule,
    model: models.find((one) => one === line.model) ?? 'last_touch',
    windowDays: Math.round((line.windowSeconds ?? defaultWindowSeconds) / daySeconds),
    story: storyOf(parts),
    arithmetic: arithmeticOf(parts),
    reversals: line.reversals.map(({ at, refunded, commission, reason }) => {
      return { at, refunded: money(refunded), commission: money(commission), reason }
    }),
    net: line.net === null ? null : money(line.net),
    dates: line.dates && { ...line.dates, held: line.dates.held !== null },
    coupon: line.coupon && {
      outcome: line.coupon.outcome,
      name: creatorChip(faces, locale, line.coupon.creatorId)?.name ?? null,
      own: line.coupon.who === 'you',
      rule: line.coupon.rule,
    },
    binding: line.binding,
  }
}

/** A sale elsewhere has no order page: staff go back to the orders. */
const backOf = ({ reader, orderId, elsewhere }: WhyRead): string =>
  reader === 'creator' ? '/studio/earnings' : elsewhere ? '/desk/orders' : `/orders/${orderId}`

/** Reasons that attribution and these pages call alike. */
const reasons: readonly WhyReason[] = [
  'last_in_window',
  'first_in_window',
  'shared',
  'coupon',
  'binding',
  'not_first',
  'gave_way',
  'not_member',
  'other_account',
  'not_last',
  'before_window',
  'after_placement',
  'after_checkout',
  'repeat',
  'creator_suspended',
  'self_purchase',
  'no_programme',
  'other_programme',
  'other_product',
  'no_touch',
  'rate_zero',
]

/** The reason's sentence; `unknown` for what an older or newer version froze. */
export const reasonOf = (reason: string): WhyReason =>
  reason === 'staff' ? 'staff_purchase' : (reasons.find((known) => known === reason) ?? 'unknown')

function storyOf(parts: WhyParts): WhyStoryItem[] {
  const { why, line } = parts
  const money = (amount: number): Money => ({ amount, currency: why.currency })
  const events: WhyEventView[] = [{ kind: 'placed', at: why.placedAt }]
  if (line.windowSeconds !== null) {
    events.push({ kind: 'window-opens', at: new Date(Date.parse(why.placedAt) - line.windowSeconds * 1000).toISOString() })
  }
  if (why.checkoutStartedAt) events.push({ kind: 'checkout-began', at: why.checkoutStartedAt })
  if (why.elsewhere) events.push({ kind: 'told', at: why.elsewhere.toldAt })
  if (why.paidAt) events.push({ kind: 'paid', at: why.paidAt, amount: money(line.paidAmount) })
  for (const { at, quantity, refunded, commission, reason } of line.reversals) {
    // Without goods: a dispute, a ban or finance by hand.
    const isRefund = quantity !== 0 || refunded > 0
    if (isRefund) events.push({ kind: 'refunded', at, amount: money(refunded), ...(quantity === null ? {} : { quantity }) })
    if (commission !== 0) events.push({ kind: 'reversed', at, amount: money(commission), reason })
  }
  return [...events, ...line.touches.map((touch) => touchView(touch, parts))]
}

function touchView(touch: WhyTouchRead, parts: WhyParts): WhyTouchView {
  const { id, at, kind, outcome, reason, rule, shareBps, days, seconds } = touch
  return {
    kind: 'touch',
    ...{ id, at, outcome, rule, shareBps },
    touch: kind,
    who: whoOf(touch, parts),
    reason: reasonOf(reason),
    ...(days === null ? {} : { days }),
    ...(seconds === null ? {} : { seconds }),
    ...(touch.joined ? { joined: true } : {}),
    ...(touch.byCart ? { byCart: true } : {}),
  }
}

function whoOf(touch: WhyTouchRead, { faces, locale }: WhyParts): TouchWho {
  if (touch.outcome === 'merged') return { kind: 'same-link' }
  const piece = pieceLink(faces, locale, touch.pieceId)
  const shown = { pieceTitle: piece?.title ?? null, pieceHref: piece?.href ?? null }
  if (touch.who === 'you') return { kind: 'you', ...shown }
  const creator = touch.who === 'named' ? creatorChip(faces, locale, touch.creatorId) : null
  return creator ? { kind: 'creator', creator, ...shown } : { kind: 'another-creator', piece: null }
}

type Arithmetic = NonNullable<WhyView['arithmetic']>

function arithmeticOf({ why, line, locale }: WhyParts): Arithmetic | null {
  const sums = line.arithmetic
  if (!sums || !line.verdict) return null
  const money = (amount: number): Money => ({ amount, currency: why.currency })
  const rows: Arithmetic['rows'] = [{ kind: why.elsewhere ? 'paid' : 'list', amount: money(sums.list) }]
  if (sums.discount > sums.coupon) rows.push({ kind: 'markdown', amount: money(sums.coupon - sums.discount) })
  if (sums.coupon > 0) rows.push({ kind: 'coupon', amount: money(-sums.coupon) })
  if (sums.tax > 0) rows.push({ kind: 'tax', amount: money(-sums.tax) })
  return {
    rows,
    base: money(sums.base),
    rateBps: sums.rateBps,
    commission: money(sums.commission),
    unrounded: sums.unrounded === null ? null : inMajor(sums.unrounded, why.currency),
    rateSource: ratePrecedence.find((source) => source === sums.rateSource) ?? 'programme',
    programme: why.programmes[sums.programmeId ?? '']?.[locale] || null,
    cut: sums.cappedFromBps === null ? null : { by: sums.capRule ?? 'cap', fromBps: sums.cappedFromBps },
    newcomerBps: sums.newcomerBps,
    isBeside: line.scope === 'indirect',
  }
}

/** `4453.1200` minor units of a currency with two digits are `44.5312`: the point moves, no float is made, zeros at the end go. */
export function inMajor(minor: string, currency: string): string {
  const [whole = '0', fraction = ''] = minor.split('.')
  const digits = currencyDigits(currency)
  const padded = whole.padStart(digits + 1, '0')
  const at = padded.length - digits
  const rest = `${padded.slice(at)}${fraction}`.replace(/0+$/, '')
  return rest === '' ? padded.slice(0, at) : `${padded.slice(0, at)}.${rest}`
}
