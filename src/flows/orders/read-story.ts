import type { PayloadRequest } from 'payload'
import type { Actor } from '../../lib/actor.ts'
import {
  type CreatorStanding,
  commissionOf,
  type Decision,
  decideLine,
  type EntryTouch,
  entryOf,
  type OrderFacts,
  type Programme,
  type Scene,
} from '../../modules/attribution/index.ts'
import { findProgrammes, findStandings, findTouches } from '../../modules/attribution/store.ts'
import { findPieceKinds } from '../../modules/touches/store/links.ts'

type PieceKind = 'posts' | 'video-notes'

/** All that attribution asks about one buyer at one moment. */
export interface Story {
  touches: EntryTouch[]
  programmes: ReadonlyMap<string, Programme>
  creators: ReadonlyMap<string, CreatorStanding>
  /** Kind of the piece behind a link, by link. */
  pieceKinds: ReadonlyMap<string, PieceKind>
}

const distinct = (ids: (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))]

/** Reads the touches of this visitor and account, and the programmes and creators behind them as they are now. */
export async function readStory(req: PayloadRequest, who: { visitor: string | null; actor: Actor }, placedAt: Date): Promise<Story> {
  const touches = await findTouches(req, { visitor: who.visitor, account: who.actor.userId }, placedAt)
  const programmes = await findProgrammes(req, distinct(touches.map(({ programmeId }) => programmeId)))
  const creators = await findStandings(req, distinct(touches.map(({ creatorId }) => creatorId)))
  const pieceKinds = await findPieceKinds(req, distinct(touches.map(({ linkId }) => linkId)))
  return { touches, programmes, creators, pieceKinds }
}

/** What a line's row holds of the decision, frozen at placement (ATT-08). `commission` in minor units. */
export interface LineCredit {
  link: string | null
  pieceKind: PieceKind | null
  piece: string | null
  placement: string | null
  creator: string | null
  programme: string | null
  touch: string | null
  rateBps: number
  rateSource: string | null
  model: string | null
  commission: number
  reason: string
  decision: Decision
}

/** Decides one line (ATT-01 … ATT-08, ATT-20 … ATT-24). */
export function creditOf(story: Story, order: OrderFacts, line: { product: string; baseAmount: number }): LineCredit {
  const { touches, programmes, creators } = story
  const decision = decideLine({ order, line: { productId: line.product }, touches, programmes, creators })
  const { winner, rateBps, rateSource, model, reason } = decision
  return {
    link: winner?.linkId ?? null,
    ...pieceOf(story, winner),
    placement: winner?.placementId ?? null,
    creator: winner?.creatorId ?? null,
    programme: winner?.programmeId ?? null,
    touch: winner?.touchId ?? null,
    ...{ rateBps, rateSource, model, reason, decision },
    commission: winner ? commissionOf(line.baseAmount, rateBps) : 0,
  }
}

/** S-01, S-38: where the order began. */
export function originOf(story: Story, placedAt: Date): { scene: Scene; originPieceKind: PieceKind | null; originPiece: string | null } {
  const { scene, touch } = entryOf(story.touches, placedAt)
  const { pieceKind, piece } = pieceOf(story, touch)
  return { scene, originPieceKind: pieceKind, originPiece: piece }
}

/** A piece is named by kind and id, or not at all. */
function pieceOf(
  { pieceKinds }: Story,
  touch: { linkId: string | null; pieceId: string | null } | null,
): { pieceKind: PieceKind | null; piece: string | null } {
  const kind = touch?.linkId ? (pieceKinds.get(touch.linkId) ?? null) : null
  return kind && touch?.pieceId ? { pieceKind: kind, piece: touch.pieceId } : { pieceKind: null, piece: null }
}
