import type { Ctx } from '../../context.ts'
import { idOf } from '../../lib/ids.ts'
import { readCreators } from '../../modules/discovery/store.ts'
import type { PieceState } from '../../payload-types.ts'
import { pieceVersion } from '../search/documents.ts'

/**
 * Takes a piece out of search at once, after the commit that made it unseen (SR-17, SR-18). The queued job says the same
 * again; the piece's revision is the document's, so work that began before cannot bring it back.
 */
export async function leaveSearch(ctx: Ctx, { id, author, lockVersion }: Pick<PieceState, 'id' | 'author' | 'lockVersion'>): Promise<void> {
  try {
    const creator = (await readCreators(await ctx.req(), [idOf(author)])).get(idOf(author))
    await ctx.search.remove([{ id, version: pieceVersion(lockVersion, creator) }])
  } catch (error) {
    ctx.log.error({ err: error, piece: id }, 'A piece could not be taken out of search at once; its job tries again')
  }
}
