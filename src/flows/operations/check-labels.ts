import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, isStaff } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { lastBookCheck } from '../../modules/ledger/store/book-checks.ts'
import type { PieceKind } from '../../modules/publishing/index.ts'
import { findPublicPieces } from '../../modules/publishing/store.ts'
import { scanLabels } from './scan-labels.ts'

/** Findings that are named on the first page. */
const named = 20

/** The last scan of the ad labels (DIS-6). `commissioned` is how many of the pieces looked at bear commission. */
export interface LabelReport {
  checkedAt: string
  looked: number
  commissioned: number
  findings: number
  /** Pieces that lacked their label and were given it, to be looked at: somebody wrote past the flows. */
  first: { id: string; kind: PieceKind; title: string }[]
}

/** What the last scan of the labels found; null when there was none. */
export async function readLabelReport(req: PayloadRequest): Promise<LabelReport | null> {
  const last = await lastBookCheck(req, 'labels')
  if (!last) return null
  const { at, looked, findings, facts } = last
  const ids = facts.findings.slice(0, named).map(({ subject }) => subject)
  const commissioned = facts.figures.commissioned ?? 0
  return { checkedAt: at.toISOString(), looked, commissioned, findings, first: await piecesOf(req, ids) }
}

/** Scans the labels now, as the night does, and tells what it found. For the staff. Fails with `forbidden`. */
export async function checkLabelsNow(ctx: Ctx, actor: Actor): Promise<Result<LabelReport>> {
  if (!isStaff(actor)) return fail('forbidden', 'Labels are scanned for the staff.')
  await scanLabels(ctx)
  const report = await readLabelReport(await ctx.req())
  if (!report) throw new Error('A scan of the labels was made and not kept')
  return ok(report)
}

async function piecesOf(req: PayloadRequest, ids: readonly string[]): Promise<LabelReport['first']> {
  if (ids.length === 0) return []
  const pieces = await Promise.all(
    (['posts', 'video-notes'] as const).map((kind) => findPublicPieces(req, { kinds: [kind], ids, limit: named })),
  )
  const found = new Map(pieces.flat().map(({ id, state, piece }) => [id, { id, kind: state.kind, title: piece.title ?? '' }]))
  return ids.flatMap((id) => found.get(id) ?? [])
}
