import type { Ctx } from '../../context.ts'
import type { PieceState } from '../../payload-types.ts'

/**
 * Takes a piece out of search at once, after the commit that made it unseen (SR-17, SR-18). The queued job says the same
 * again; the piece's revision is the document's, so work that began before cannot bring it back.
 */
export async function leaveSearch(ctx: Ctx, { id, lockVersion }: Pick<PieceState, 'id' | 'lockVersion'>): Promise<void> {
  try {
    await ctx.search.remove([{ id, version: lockVersion }])
  } catch (error) {
    ctx.log.error({ err: error, piece: id }, 'A piece could not be taken out of search at once; its job tries again')
  }
}
