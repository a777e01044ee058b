import { isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'

/** The place in a list, newest first, after which it goes on. Opaque to whoever holds it. */
export interface Cursor {
  publishedAt: string
  id: string
}

export const writeCursor = ({ publishedAt, id }: Cursor): string => Buffer.from(`${Date.parse(publishedAt)}.${id}`).toString('base64url')

/** Reads what `writeCursor` wrote; anything else is `invalid`, so that nobody mistakes the first part for the next. */
export function readCursor(text: string | null | undefined): Result<Cursor | undefined> {
  if (!text) return ok(undefined)
  const [time = '', id] = Buffer.from(text.slice(0, 200), 'base64url').toString('utf8').split('.')
  const at = new Date(Number(time))
  if (!/^\d{1,15}$/.test(time) || !isId(id) || Number.isNaN(at.getTime())) {
    return fail('invalid', 'Expected a cursor from an earlier answer.', { field: 'after' })
  }
  return ok({ publishedAt: at.toISOString(), id })
}

/** The part of a list that is shown, of one row more than wanted: the last shown row is the cursor if that row is there. */
export function cutPage<T extends Cursor>(rows: readonly T[], size: number): { shown: T[]; next: string | null } {
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return { shown, next: rows.length > size && last ? writeCursor(last) : null }
}
