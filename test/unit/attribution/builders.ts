import {
  type AttributionInput,
  type CreatorStanding,
  decideLine,
  type Programme,
  type TouchFacts,
} from '../../../src/modules/attribution/index.ts'

export const placedAt = new Date('2026-11-12T12:41:00.000Z')
export const ago = (seconds: number) => new Date(placedAt.getTime() - seconds * 1000)
export const day = 86_400

export const programme: Programme = { id: 'house', status: 'active', model: 'last_touch', windowSeconds: 30 * day, rateBps: 800 }
export const standing = (id: string, more: Partial<CreatorStanding> = {}): CreatorStanding => ({
  id,
  userId: `user-of-${id}`,
  status: 'active',
  isStaff: false,
  ...more,
})

let made = 0
export const touch = (creatorId: string, at: Date, more: Partial<TouchFacts> = {}): TouchFacts => {
  made += 1
  return {
    id: `t${String(made).padStart(4, '0')}`,
    kind: 'click',
    at,
    creatorId,
    linkId: `link-of-${creatorId}`,
    pieceId: `piece-of-${creatorId}`,
    placementId: null,
    productId: 'tent',
    programmeId: 'house',
    ...more,
  }
}

export const decide = (touches: TouchFacts[], more: Partial<AttributionInput> = {}) =>
  decideLine({
    order: { placedAt, checkoutStartedAt: null, buyerUserId: 'buyer', buyerCreatorId: null },
    line: { productId: 'tent' },
    touches,
    programmes: new Map([['house', programme]]),
    creators: new Map(['ahe', 'lin', 'zoe'].map((id) => [id, standing(id)])),
    ...more,
  })
