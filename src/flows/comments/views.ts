import { z } from 'zod'
import { commentTargets } from '../../modules/comments/index.ts'
import { pictureView } from '../shop/views.ts'

/** What pages and `/v1` show of comments: names and words, never an account's id. Times are ISO. */
export const commentAuthor = z.object({
  /** Null when the account is gone. */
  name: z.string().nullable(),
  /** Handle of the public profile; absent for fans. */
  handle: z.string().optional(),
  avatar: pictureView.optional(),
})

const words = z.object({
  id: z.string(),
  author: commentAuthor,
  /** Empty when it was taken away and only keeps the place of its replies. */
  body: z.string(),
  gone: z.enum(['deleted', 'hidden']).optional(),
  at: z.string(),
  /** Its account paid for the product, or one of the piece's, and did not get the money back (S-02). Derived now. */
  bought: z.boolean(),
  /** The author of the piece wrote it. */
  byAuthor: z.boolean(),
  /** Only to its own author: it waits for an editor. */
  held: z.boolean().optional(),
})

export const commentReply = words
export const commentView = words.extend({ replies: z.array(commentReply) })

export const commentList = z.object({
  comments: z.array(commentView),
  /** Shown comments and replies in all. */
  count: z.int(),
  /** Cursor of the next part; null at the end. */
  next: z.string().nullable(),
})

export const targetKind = z.enum(commentTargets)

export type CommentReplyFacts = z.infer<typeof commentReply>
export type CommentFactsView = z.infer<typeof commentView>
export type CommentListFacts = z.infer<typeof commentList>
