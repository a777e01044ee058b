import { z } from 'zod'
import { boardTargets, visibilities } from '../../modules/boards/index.ts'
import { creatorRef, pictureView, pieceCard, productCard } from '../shop/views.ts'

/** What pages and `/v1` show of boards. */
export const boardKind = z.enum(boardTargets)
export const visibility = z.enum(visibilities)

export const boardCard = z.object({
  id: z.string(),
  title: z.string(),
  visibility,
  /** Things on it that readers may see now. */
  count: z.int(),
  /** Pictures of the newest, at most four. */
  covers: z.array(pictureView),
})

export const boardItem = z.union([
  z.object({ kind: z.literal('piece'), target: z.string(), piece: pieceCard }),
  z.object({ kind: z.literal('product'), target: z.string(), product: productCard }),
])

export const boardView = boardCard.omit({ covers: true }).extend({
  /** Whose board it is: the name, and the profile of those who have a public one. */
  owner: z.object({ name: z.string(), profile: creatorRef.optional() }),
  items: z.array(boardItem),
  next: z.string().nullable(),
})

export type BoardCardFacts = z.infer<typeof boardCard>
export type BoardItemFacts = z.infer<typeof boardItem>
export type BoardPageFacts = z.infer<typeof boardView>
