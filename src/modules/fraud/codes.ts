/** ATT-37: what may look wrong about one creator's part of one order. */
export const orderCodes = [
  'contact_match',
  'crowded_device',
  'crowded_home',
  'disposable_mail',
  'instant_order',
  'paid_ads',
  'banned_referrer',
  'earlier_ban',
] as const

/** ATT-37: what may look wrong about a creator over weeks. */
export const creatorCodes = ['refund_rate', 'coupon_spike', 'high_conversion', 'payout_match'] as const

export type OrderCode = (typeof orderCodes)[number]
export type CreatorCode = (typeof creatorCodes)[number]
export type SignalCode = OrderCode | CreatorCode

const all: readonly string[] = [...orderCodes, ...creatorCodes]

export const isSignalCode = (code: string): code is SignalCode => all.includes(code)

/** From here on a commission is held, and all payouts of a creator are (ATT-37). Points of one subject, added up. */
export const holdFrom = 60
export const blockFrom = 85

/** ATT-38: why somebody is banned. A fixed list: free words go into the note. */
export const banReasons = ['self_dealing', 'fake_orders', 'stolen_payment', 'ad_hijack', 'false_disclosure', 'terms'] as const
export type BanReason = (typeof banReasons)[number]
