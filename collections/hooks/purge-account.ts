import type { CollectionAfterChangeHook, Where } from 'payload'
import { idOf } from '../../src/lib/ids.ts'
import { type PageTag, purgedMark, purgeRow, tag } from '../../src/lib/page-tags.ts'
import type { Board, Comment } from '../../src/payload-types.ts'

interface Account {
  id: string
  name?: string | null
  suspendedAt?: string | null
  deletedAt?: string | null
  creator?: string | { id: string } | null
}

const shown = ['name', 'suspendedAt', 'deletedAt'] as const

/** Newest comments whose pages are made anew; older ones follow when their page changes for another reason. */
const MOST = 500

/**
 * Where an account stands on public pages: its words, its public boards, and its profile's list of them. For the admin's
 * changes (a name that offends, an account in the bin); the account's own flow writes a purge of its own.
 */
export const purgePagesOfAccount: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const [now, before] = [doc as Account, previousDoc as Account | undefined]
  if (operation !== 'update' || !before || shown.every((field) => (now[field] ?? null) === (before[field] ?? null))) return doc
  const words: Where = { and: [{ author: { equals: now.id } }, { state: { equals: 'shown' } }] }
  const comments = await req.payload.db.find<Comment>({ collection: 'comments', where: words, sort: ['-at', '-id'], limit: MOST, req })
  const own: Where = { and: [{ owner: { equals: now.id } }, { visibility: { equals: 'public' } }] }
  const boards = await req.payload.db.find<Board>({ collection: 'boards', where: own, limit: 0, pagination: false, req })
  const tags: PageTag[] = [
    ...comments.docs.map(({ targetKind, target }) => (targetKind === 'products' ? tag.product(target) : tag.piece(target))),
    ...boards.docs.map(({ id }) => tag.board(id)),
    ...(now.creator ? [tag.creator(idOf(now.creator))] : []),
  ]
  if (tags.length === 0) return doc
  await req.payload.db.create({ ...purgeRow(tags), req })
  req.context[purgedMark] = true
  return doc
}
