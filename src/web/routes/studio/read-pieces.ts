import type { Ctx } from '../../../context.ts'
import { readEarnings } from '../../../flows/earnings/read-earnings.ts'
import { listMyPieces } from '../../../flows/pieces/list-my-pieces.ts'
import { readStudio, type StudioFacts } from '../../../flows/studio/read-studio.ts'
import type { Actor } from '../../../lib/actor.ts'
import type { StudioPiece } from '../../../ui/studio/view.ts'
import { valueOr404 } from '../../lib/answers.ts'
import { studioPieceOf } from './studio-views.ts'

export interface StudioPieces {
  studio: StudioFacts
  pieces: StudioPiece[]
  /** What returns took back from these pieces, positive minor units. */
  reversed: number
}

/** All of a creator's pieces and what the studio shows around them. Commission is the ledger's own. Throws the page for a failure. */
export async function readPieces(ctx: Ctx, actor: Actor): Promise<StudioPieces> {
  const studio = valueOr404(await readStudio(ctx, actor))
  const { pieces } = valueOr404(await listMyPieces(ctx, actor))
  const { perPiece } = valueOr404(await readEarnings(ctx, actor, { limit: 1 }))
  const ledger = new Map(perPiece.flatMap((row) => (row.piece ? [[row.piece.id, row] as const] : [])))
  const booked = pieces.map(({ figures, ...piece }) => ({
    ...piece,
    figures: figures && { ...figures, commission: ledger.get(piece.id)?.net ?? 0 },
  }))
  const reversed = pieces.reduce((sum, { id, figures }) => sum + (figures ? (ledger.get(id)?.reversed ?? 0) : 0), 0)
  return { studio, reversed, pieces: booked.map((piece) => studioPieceOf(piece, studio.currency)) }
}
