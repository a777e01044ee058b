import type { Ctx } from '../../../context.ts'
import { listMyPieces } from '../../../flows/pieces/list-my-pieces.ts'
import { readStudio, type StudioFacts } from '../../../flows/studio/read-studio.ts'
import type { Actor } from '../../../lib/actor.ts'
import type { StudioPiece } from '../../../ui/studio/view.ts'
import { valueOr404 } from '../../lib/answers.ts'
import { studioPieceOf } from './studio-views.ts'

/** All of a creator's pieces and what the studio shows around them. Throws the page for a failure. */
export async function readPieces(ctx: Ctx, actor: Actor): Promise<{ studio: StudioFacts; pieces: StudioPiece[] }> {
  const studio = valueOr404(await readStudio(ctx, actor))
  const { pieces } = valueOr404(await listMyPieces(ctx, actor))
  return { studio, pieces: pieces.map((piece) => studioPieceOf(piece, studio.currency)) }
}
