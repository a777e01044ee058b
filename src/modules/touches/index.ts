export { deviceClass, serializeCookie, userAgentHash, VISITOR_COOKIE, VISITOR_MAX_AGE_SECONDS, visitorCookie } from './visitor.ts'

/** ATT-01: the ways in which a person, or an agent for him, meets a creator's content. */
export const touchKinds = ['click', 'scan', 'coupon', 'tag-open', 'live-open', 'agent-citation'] as const
export type TouchKind = (typeof touchKinds)[number]

export const deviceClasses = ['phone', 'tablet', 'desktop', 'bot'] as const
export type DeviceClass = (typeof deviceClasses)[number]

/** ATT-02: what the visitor said about being recognised again. `unknown` is treated as `denied`. */
export const consents = ['granted', 'denied', 'unknown'] as const
export type Consent = (typeof consents)[number]

/**
 * ATT-01, ATT-04: one recorded contact with creator content. Append-only and pseudonymous: never a name, an address
 * or an IP. Everything that cannot be filled in later is here from the first day; what is not known is null.
 */
export interface TouchRecord {
  /** UUIDv7, made at capture: the identity that makes replay idempotent. */
  id: string
  kind: TouchKind
  /** Milliseconds since the epoch, UTC server time. */
  at: number
  creator: string | null
  link: string | null
  piece: string | null
  placement: string | null
  product: string | null
  programme: string | null
  campaign: string | null
  /** Where the link stood: `page`, `share`, `qr`, `feed` … as its owner named it. */
  channel: string | null
  /** The share that led here, when this visit came through a shared link. */
  parentShare: string | null
  /** Host only, never a path. */
  referrerHost: string | null
  consent: Consent
  device: DeviceClass | null
  /** Salted: see `userAgentHash`. */
  userAgentHash: string | null
  visitor: string | null
  /** Set once at capture; later joins are rows of `touch-joins` (ATT-18). */
  account: string | null
  /** Kept for imports that report repeats; our own capture writes no second touch (ATT-03). */
  repeatOf: string | null
}

/** Names of all stored columns beside `id`, in the order of ATT-01. The collection and the store are built from it. */
export const touchColumns = [
  'kind',
  'at',
  'creator',
  'link',
  'piece',
  'placement',
  'product',
  'programme',
  'campaign',
  'channel',
  'parentShare',
  'referrerHost',
  'consent',
  'device',
  'userAgentHash',
  'visitor',
  'account',
  'repeatOf',
] as const satisfies readonly Exclude<keyof TouchRecord, 'id'>[]

export type TouchInput = Pick<TouchRecord, 'id' | 'kind' | 'at'> & Partial<TouchRecord>

const empty = { ...Object.fromEntries(touchColumns.map((name) => [name, null])), consent: 'unknown' }

/** A whole record from what is known: every other field is null, consent `unknown`. */
export const touchRecord = (known: TouchInput): TouchRecord => ({ ...empty, ...known }) as TouchRecord

/** Host of a Referer header without `www.`, lower case, at most 255 characters; null for none, for nonsense and for our own host. */
export function referrerHost(referrer: string | undefined, ownHost: string): string | null {
  if (!referrer || !URL.canParse(referrer)) return null
  const { hostname, host, protocol } = new URL(referrer)
  if ((protocol !== 'https:' && protocol !== 'http:') || host === ownHost || hostname === ownHost) return null
  return hostname.replace(/^www\./, '').slice(0, 255) || null
}
