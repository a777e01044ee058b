import type { Ctx } from '../../context.ts'
import type { Finding } from '../../modules/ledger/index.ts'
import { insertBookCheck } from '../../modules/ledger/store/book-checks.ts'
import { creditedPieces } from '../../modules/ledger/store/credited-pieces.ts'
import { findPublicPieces, type PieceCursor, type PublicPiece } from '../../modules/publishing/store.ts'
import { type Around, readAround } from '../shop/around.ts'
import { idOf } from '../shop/media-facts.ts'
import { labelsOfPiece } from '../shop/piece-cards.ts'

const part = 100
/** Findings that are kept with a scan: enough to see what is wrong. */
const kept = 50

export interface LabelScan {
  looked: number
  /** Pieces that bear commission: by a link in force, or by what the ledger has credited. */
  commissioned: number
  findings: Finding[]
}

/**
 * DIS-6: looks at every public piece. One with commission, by its links as they are or by entries of the ledger, whose readers see no ad
 * label is a finding; none is allowed. Reads what pages read and keeps the result beside the proofs of the books.
 */
export async function scanLabels(ctx: Ctx): Promise<LabelScan> {
  const at = ctx.clock.now()
  const began = performance.now()
  const scan: LabelScan = { looked: 0, commissioned: 0, findings: [] }
  for (const kind of ['posts', 'video-notes'] as const) {
    for (let before: PieceCursor | undefined; ; ) {
      const req = await ctx.req()
      const pieces = await findPublicPieces(req, { kinds: [kind], limit: part, ...(before ? { before } : {}) })
      const last = pieces.at(-1)
      if (!last) break
      const around = await readAround(ctx, req, pieces)
      const credited = await creditedPieces(
        req,
        pieces.map(({ id }) => id),
      )
      for (const piece of pieces) look(piece, around, credited.has(piece.id), scan)
      if (pieces.length < part) break
      before = { publishedAt: last.publishedAt, id: last.id }
    }
  }
  const { looked, commissioned, findings } = scan
  const seconds = Math.round((performance.now() - began) / 100) / 10
  const facts = { findings: findings.slice(0, kept), figures: { commissioned } }
  await ctx.tx('keep scan of labels', (req) =>
    insertBookCheck(req, { kind: 'labels', looked, findings: findings.length, seconds, at, facts }),
  )
  return scan
}

function look(piece: PublicPiece, around: Around, isCredited: boolean, scan: LabelScan): void {
  scan.looked += 1
  const rates = (piece.piece.placements ?? []).map(({ link }) => around.links.get(idOf(link) ?? '')?.rateBps ?? 0)
  if (!isCredited && !rates.some((rate) => rate > 0)) return
  scan.commissioned += 1
  if (labelsOfPiece(piece, around).some((label) => label !== 'ai' && label !== 'ai-maybe')) return
  const message = isCredited
    ? 'the ledger credited it, and its readers see no ad label'
    : 'its links bear commission, and its readers see no ad label'
  scan.findings.push({ code: 'label_missing', subject: piece.id, message })
}
