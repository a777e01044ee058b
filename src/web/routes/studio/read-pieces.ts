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
}

/** All of a creator's pieces and what the studio shows around them. Commission is the ledger's own. Throws the page for a failure. */
export async function readPieces(ctx: Ctx, actor: Actor): Promise<StudioPieces> {
  const studio = valueOr404(await readStudio(ctx, actor))
  return { studio, pieces: await bookedPieces(ctx, actor, studio.currency) }
}

/** The pieces alone, each with what it brought. Throws the page for a failure. */
export async function bookedPieces(ctx: Ctx, actor: Actor, currency: string): Promise<StudioPiece[]> {
  const { pieces } = valueOr404(await listMyPieces(ctx, actor))
  const { perPiece } = valueOr404(await readEarnings(ctx, actor, { limit: 1 }))
  const ledger = new Map(perPiece.flatMap((row) => (row.piece ? [[row.piece.id, row] as const] : [])))
  return pieces.map(({ figures, ...piece }) =>
    studioPieceOf({ ...piece, figures: figures && { ...figures, commission: ledger.get(piece.id)?.net ?? 0 } }, currency),
  )
}
