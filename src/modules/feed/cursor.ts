import { isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'

/** The place in a ranked list after which it goes on: in which order it was, how far, and after which piece. Opaque to whoever holds it. */
export interface RankCursor {
  /** Name of the order: a later one may rank differently. */
  order: string
  position: number
  id: string
}

export const writeRankCursor = ({ order, position, id }: RankCursor): string =>
  Buffer.from(`${order}.${position}.${id}`).toString('base64url')

/** Reads what `writeRankCursor` wrote; anything else is `invalid`. */
export function readRankCursor(text: string | null | undefined): Result<RankCursor | undefined> {
  if (!text) return ok(undefined)
  const [order = '', position = '', id, rest] = Buffer.from(text.slice(0, 200), 'base64url').toString('utf8').split('.')
  if (!/^[0-9a-z]{1,24}$/.test(order) || !/^\d{1,6}$/.test(position) || !isId(id) || rest !== undefined)
    return fail('invalid', 'Expected a cursor from an earlier answer.', { field: 'after' })
  return ok({ order, position: Number(position), id })
}

/**
 * Where a list goes on after a cursor. `same`: the list is in the very order that the cursor was written for, so that
 * nothing comes twice. Else after the last piece that was shown, wherever it is now; if it is gone, at the same distance.
 */
export function continueAt(ids: readonly string[], cursor: RankCursor | undefined, same: boolean): number {
  if (!cursor) return 0
  if (same) return cursor.position
  const at = ids.indexOf(cursor.id)
  return at >= 0 ? at + 1 : Math.min(cursor.position, ids.length)
}
