import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { PublicPiece } from '../../modules/publishing/store.ts'
import { cutPage, readCursor } from '../shop/cursor.ts'
import { sharedPieces } from '../shop/shared-rows.ts'
import { counterpartsIn, type Language } from './in-words.ts'
import { readSnapshot } from './snapshot.ts'

/** What the reader's language has a public counterpart for, which belongs into the same list, is left out. */
async function withoutTranslated(ctx: Ctx, req: PayloadRequest, pieces: readonly PublicPiece[], list: ListInWords): Promise<PublicPiece[]> {
  if (!list.language) return [...pieces]
  const counterpart = counterpartsIn((await readSnapshot(ctx, req)).known, list.language)
  const found = await sharedPieces(
    req,
    pieces.flatMap(({ id }) => counterpart.get(id) ?? []),
  )
  return pieces.filter(({ id }) => {
    const other = found.get(counterpart.get(id) ?? '')
    return !other || !list.belongs(other)
  })
}

interface ListInWords {
  /** The reader's; left out, every piece stays. */
  language?: Language | undefined
  /** Whether a piece stands in this list. */
  belongs: (piece: PublicPiece) => boolean
  /** Pieces of a part. */
  size: number
  after: string | null | undefined
  /** Newest first, at most `size + 1` behind the cursor. */
  read: (before: { publishedAt: string; id: string } | undefined) => Promise<PublicPiece[]>
}

/** So many parts are read at most for one that is shown. */
const ROUNDS = 5

/**
 * One part of a list by time in the reader's language. Where much of it stands in the list in that language as well it
 * reads on, so that a part is at least half full while there is more. Failure: `invalid` (a cursor).
 */
export async function partInWords(ctx: Ctx, req: PayloadRequest, list: ListInWords) {
  const shown: PublicPiece[] = []
  let next = list.after ?? null
  for (let round = 0; round < ROUNDS; round += 1) {
    const cursor = readCursor(next)
    if (!cursor.ok) return cursor
    const part = cutPage(await list.read(cursor.value), list.size)
    shown.push(...(await withoutTranslated(ctx, req, part.shown, list)))
    next = part.next
    if (next === null || shown.length >= list.size / 2) break
  }
  return { ok: true as const, value: { shown, next } }
}
