import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { idOf } from '../../lib/ids.ts'
import { ok, type Result } from '../../lib/result.ts'
import { countDecided, findDecided } from '../../modules/moderation/store/decided.ts'
import { findNames } from '../../modules/moderation/store.ts'
import type { Restriction } from '../../modules/publishing/index.ts'
import { findStatesByIds } from '../../modules/publishing/store/states.ts'
import type { ReviewItem } from '../../payload-types.ts'
import { editorOf } from './editor.ts'
import { type QueueLine, queueLines } from './list-queue.ts'

/** An item that has its answer, and how its piece stands now. */
export interface DecidedLine extends QueueLine {
  outcome: Exclude<ReviewItem['state'], 'open' | 'withdrawn'>
  /** ISO. */
  decidedAt: string
  /** Name of the editor; null when the account is gone. */
  decidedBy: string | null
  isPublic: boolean
  restriction: Restriction
}

const LIMIT = 100

/** What was decided last, the latest first. Failure `forbidden` for who is no editor. */
export async function listDecided(ctx: Ctx, actor: Actor): Promise<Result<DecidedLine[]>> {
  const editor = editorOf(actor)
  if (!editor.ok) return editor
  const req = await ctx.req()
  const rows = await findDecided(req, LIMIT)
  const lines = await queueLines(req, rows, ctx.clock.now())
  const states = await findStatesByIds(
    req,
    rows.map(({ piece }) => piece),
  )
  const names = await findNames(
    req,
    rows.flatMap(({ decidedBy }) => (decidedBy ? idOf(decidedBy) : [])),
  )
  const byPiece = new Map(states.map((state) => [state.id, state]))
  return ok(
    rows.flatMap((row, at): DecidedLine[] => {
      const [line, state] = [lines[at], byPiece.get(row.piece)]
      if (!line || !state || row.state === 'open' || row.state === 'withdrawn') return []
      const decidedBy = row.decidedBy ? (names.get(idOf(row.decidedBy)) ?? null) : null
      const { isPublic, restriction } = state
      return [
        { ...line, outcome: row.state, decidedAt: row.decidedAt ?? row.updatedAt, decidedBy, isPublic: isPublic ?? false, restriction },
      ]
    }),
  )
}

/** How many items editors have decided since the site's midnight. */
export async function countDecidedToday(ctx: Ctx, actor: Actor): Promise<Result<number>> {
  const editor = editorOf(actor)
  if (!editor.ok) return editor
  const req = await ctx.req()
  const { timeZone } = await ctx.payload.findGlobal({ slug: 'shop-settings', depth: 0, req })
  return ok(await countDecided(req, startOfDay(ctx.clock.now(), timeZone)))
}

/** The moment at which a time zone's present day began. A day with a change of clocks is off by that hour. */
export function startOfDay(now: Date, timeZone: string): Date {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value ?? 0)
  const seconds = part('hour') * 3_600 + part('minute') * 60 + part('second')
  return new Date(Math.floor(now.getTime() / 1_000) * 1_000 - seconds * 1_000)
}
