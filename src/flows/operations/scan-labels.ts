import type { Ctx } from '../../context.ts'
import type { Finding } from '../../modules/ledger/index.ts'
import { insertBookCheck } from '../../modules/ledger/store/book-checks.ts'
import { creditedPieces } from '../../modules/ledger/store/credited-pieces.ts'
import { findPublicPieces, type PieceCursor, type PublicPiece } from '../../modules/publishing/store.ts'
import { raiseLabels } from '../pieces/raise-labels.ts'
import { bearsCommission } from '../programmes/earning-rows.ts'
import { type Around, readAround } from '../shop/around.ts'
import { idOf } from '../shop/media-facts.ts'
import { labelsOfPiece } from '../shop/piece-cards.ts'

const part = 100
/** Findings that are kept with a scan: enough to see what is wrong. */
const kept = 50

export interface LabelScan {
  looked: number
  /** Pieces that bear commission: by a link or a code in force, or by what they were credited. */
  commissioned: number
  findings: Finding[]
}

/**
 * DIS-6: looks at every public piece. One with commission, by its links and its author's codes as they are or by what it was credited,
 * whose readers see no ad label is a finding; none is allowed, and it gets its label at once. Reads what pages read and keeps the result
 * beside the proofs of the books.
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
      const missing = pieces.filter((piece) => lacksLabel(piece, around, credited.has(piece.id), scan))
      if (missing.length > 0) await ctx.tx('raise labels', (tx) => raiseLabels(tx, missing))
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

/** Looks at one piece, and puts down what it found. */
function lacksLabel(piece: PublicPiece, around: Around, isCredited: boolean, scan: LabelScan): boolean {
  scan.looked += 1
  const mayEarn = (piece.piece.placements ?? []).some(({ link }) => bearsCommission(around.links.get(idOf(link) ?? '')))
  if (!isCredited && !mayEarn) return false
  scan.commissioned += 1
  if (labelsOfPiece(piece, around).some((label) => label !== 'ai' && label !== 'ai-maybe')) return false
  const why = isCredited ? 'it was credited' : 'its links or a code of its author’s bear commission'
  scan.findings.push({ code: 'label_missing', subject: piece.id, message: `${why}, and its readers saw no ad label; they do from now on` })
  return true
}
