import type { PayloadRequest } from 'payload'
import type { Actor } from '../../lib/actor.ts'
import {
  type BindingFacts,
  type CouponFacts,
  type CreatorStanding,
  type EntryTouch,
  entryOf,
  type Membership,
  type Scene,
} from '../../modules/attribution/index.ts'
import { joinsOfAccount, standingJoins } from '../../modules/attribution/store/joins.ts'
import { findCategoriesOf, findLinkIds, findPromoting } from '../../modules/attribution/store/promoting.ts'
import { type BuyerFacts, findSameness } from '../../modules/attribution/store/sameness.ts'
import {
  findBindings,
  findCouponFacts,
  findMemberships,
  findRanks,
  findRateChanges,
  readMinMargin,
} from '../../modules/attribution/store/terms.ts'
import { markAnothers } from '../../modules/attribution/store/whose-touches.ts'
import { findProgrammes, findStandings, findTouches, type ProgrammeNow } from '../../modules/attribution/store.ts'
import { couponKey } from '../../modules/checkout/index.ts'
import { findPieceKinds } from '../../modules/touches/store/links.ts'
import type { RateFacts } from '../programmes/asked-rate.ts'

type PieceKind = 'posts' | 'video-notes'

/** All that attribution asks about one buyer at one moment. */
export interface Story extends RateFacts {
  touches: EntryTouch[]
  creators: ReadonlyMap<string, CreatorStanding>
  bindings: readonly BindingFacts[]
  /** The code in the basket, as far as credit goes. */
  coupon: CouponFacts | null
  minMarginBps: number
  /** Ids of the links by whose codes the goods came. */
  linkIds: ReadonlyMap<string, string>
  /** Kind of the piece behind a link, by link. */
  pieceKinds: ReadonlyMap<string, PieceKind>
}

/** Who buys, and what is in the basket. */
export interface StoryAsked {
  visitor: string | null
  actor: Actor
  contact: BuyerFacts['contact']
  cart: { couponCode?: string | null; lines: readonly { variant: string; linkCode: string | null; addedAt: Date }[] }
}

const distinct = (ids: (string | null | undefined)[]): string[] => [...new Set(ids.filter((id) => id != null))]

/** Reads what this visitor and account met, the code in the basket, and the programmes and creators behind them as they are now. */
export async function readStory(req: PayloadRequest, { visitor, actor, contact, cart }: StoryAsked, placedAt: Date): Promise<Story> {
  const account = actor.userId
  const joined = account ? standingJoins(await joinsOfAccount(req, account)) : []
  const from = new Date(Math.min(placedAt.getTime(), ...cart.lines.map(({ addedAt }) => addedAt.getTime())))
  const found = await findTouches(req, { visitor, account, joined }, from)
  const touches = await markAnothers(req, found, { visitor, account, at: placedAt })
  const bindings = account ? await findBindings(req, account, placedAt) : []
  const coupon = cart.couponCode ? await findCouponFacts(req, couponKey(cart.couponCode)) : null
  const creators = distinct([...touches, ...bindings, ...(coupon ? [coupon] : [])].map(({ creatorId }) => creatorId))
  if (creators.length === 0) return { ...nothing, touches, coupon }
  const members = await findMemberships(req, creators)
  const programmes = await findProgrammes(
    req,
    distinct([...touches, ...bindings, ...members, ...(coupon ? [coupon] : [])].map(({ programmeId }) => programmeId)),
  )
  const standings = await findStandings(req, creators)
  const same = await findSameness(req, { userId: account, creatorId: actor.creatorId, visitor, contact }, standings)
  return {
    ...{ touches, programmes, members, bindings, coupon },
    creators: new Map([...standings].map(([id, standing]) => [id, { ...standing, sameAs: same.get(id) ?? [] }])),
    ...(await ratesFor(req, { creators, programmes, members, variants: cart.lines.map(({ variant }) => variant) }, placedAt)),
    minMarginBps: await readMinMargin(req),
    linkIds: await findLinkIds(req, distinct(cart.lines.map(({ linkCode }) => linkCode))),
    pieceKinds: await findPieceKinds(req, distinct(touches.map(({ linkId }) => linkId))),
  }
}

const nothing: Omit<Story, 'touches' | 'coupon'> = {
  programmes: new Map(),
  creators: new Map(),
  members: [],
  bindings: [],
  rates: new Map(),
  ranks: new Map(),
  promoting: { product: () => null, anything: () => null },
  categories: new Map(),
  minMarginBps: 0,
  linkIds: new Map(),
  pieceKinds: new Map(),
}

/** What the rates depend on; read only where a rate was ever set, or a tier has one. */
async function ratesFor(
  req: PayloadRequest,
  asked: { creators: string[]; programmes: ReadonlyMap<string, ProgrammeNow>; members: readonly Membership[]; variants: string[] },
  at: Date,
): Promise<Pick<Story, 'rates' | 'ranks' | 'promoting' | 'categories'>> {
  const { creators, programmes, members, variants } = asked
  const rates = await findRateChanges(req, [...programmes.keys()])
  const rows = [...rates.values()].flat()
  const hasTiers = rows.some(({ source }) => source === 'group') || [...programmes.values()].some(({ tierBps }) => tierBps.size > 0)
  const mayHaveChanged = rows.length > 0 || hasTiers || members.some(({ stays = [] }) => stays.length > 0)
  return {
    rates,
    ranks: hasTiers ? await findRanks(req, creators, at) : nothing.ranks,
    promoting: mayHaveChanged ? await findPromoting(req, creators) : nothing.promoting,
    categories: rows.some(({ source }) => source === 'collection') ? await findCategoriesOf(req, variants) : nothing.categories,
  }
}

/** S-01, S-38: where the order began. */
export function originOf(story: Story, placedAt: Date): { scene: Scene; originPieceKind: PieceKind | null; originPiece: string | null } {
  const { scene, touch } = entryOf(story.touches, placedAt)
  const { pieceKind, piece } = pieceOf(story, touch)
  return { scene, originPieceKind: pieceKind, originPiece: piece }
}

/** A piece is named by kind and id, or not at all. */
export function pieceOf(
  { pieceKinds }: Story,
  touch: { linkId: string | null; pieceId: string | null } | null,
): { pieceKind: PieceKind | null; piece: string | null } {
  const kind = touch?.linkId ? (pieceKinds.get(touch.linkId) ?? null) : null
  return kind && touch?.pieceId ? { pieceKind: kind, piece: touch.pieceId } : { pieceKind: null, piece: null }
}
