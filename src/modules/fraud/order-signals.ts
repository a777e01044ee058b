import type { OrderCode } from './codes.ts'
import { isDisposable } from './disposable.ts'
import { matchesAny } from './hosts.ts'
import type { Found, SignalFacts } from './types.ts'

/** What is asked about one creator's part of one order. Nothing in it names a buyer: how many, which kind, how long. */
export interface OrderPart {
  /** What buyer and creator share (ATT-20), as it was found at placement and at payment. */
  same: readonly ('email' | 'phone' | 'household' | 'instrument' | 'payout_account')[]
  /** Different buyers of this creator in the 7 days before, on this buyer's device and at this home; 1 is this one alone. */
  buyersOnDevice: number
  buyersAtHome: number
  /** Domain of the e-mail address; null when there is none. */
  mailDomain: string | null
  /** From the crediting touch to the order, in seconds; null when no click credited it. */
  clickToOrderSeconds: number | null
  /** Of the crediting touch. */
  channel: string | null
  campaign: string | null
  referrerHost: string | null
  /** The creator was banned before and let back. */
  wasBanned: boolean
}

/** What the operator set. */
export interface Lists {
  /** Campaigns that may bring buyers by paid advertisements. */
  adCampaigns: readonly string[]
  /** Hosts that may not refer, `*` for any part of a name. */
  bannedReferrers: readonly string[]
}

type Check = (part: OrderPart, lists: Lists) => Found | null

const found = (points: number, facts: SignalFacts = {}): Found => ({ points, facts })

/** What is shared tells more or less: a card of one's own is proof, a home may be a dormitory. */
const sameness: Record<OrderPart['same'][number], number> = { instrument: 90, payout_account: 90, email: 90, phone: 70, household: 40 }

const crowd = 3

/** Typed by the union: a code without its check does not compile. */
export const orderChecks: Record<OrderCode, Check> = {
  contact_match: ({ same }) =>
    same.length === 0 ? null : found(Math.max(...same.map((what) => sameness[what])), { same: [...same].sort() }),
  crowded_device: ({ buyersOnDevice }) => (buyersOnDevice >= crowd ? found(65, { buyers: buyersOnDevice, days: 7 }) : null),
  crowded_home: ({ buyersAtHome }) => (buyersAtHome >= crowd ? found(40, { buyers: buyersAtHome, days: 7 }) : null),
  disposable_mail: ({ mailDomain }) => (mailDomain && isDisposable(mailDomain) ? found(40) : null),
  instant_order: ({ clickToOrderSeconds: seconds }) => (seconds !== null && seconds >= 0 && seconds < 5 ? found(65, { seconds }) : null),
  paid_ads: ({ channel, campaign }, { adCampaigns }) =>
    channel === 'ad' && !(campaign && adCampaigns.includes(campaign)) ? found(70, { campaign }) : null,
  banned_referrer: ({ referrerHost }, { bannedReferrers }) =>
    referrerHost && matchesAny(referrerHost, bannedReferrers) ? found(85, { host: referrerHost }) : null,
  earlier_ban: ({ wasBanned }) => (wasBanned ? found(30) : null),
}
