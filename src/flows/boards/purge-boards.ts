import type { PayloadRequest } from 'payload'
import { idOf } from '../../lib/ids.ts'
import { tag } from '../../lib/page-tags.ts'
import { findUserById } from '../../modules/accounts/store.ts'
import type { BoardRow } from '../../modules/boards/store.ts'
import { purgePages } from '../pages/purge-pages.ts'

/**
 * Makes the pages old that show these boards: their own, and the boards tab of their owner's public profile. Private
 * boards are on no page that is kept; give a board as it was and as it is when it was just hidden.
 */
export async function purgeBoards(
  req: PayloadRequest,
  owner: string,
  boards: readonly Pick<BoardRow, 'id' | 'visibility'>[],
): Promise<void> {
  const shown = boards.filter(({ visibility }) => visibility === 'public')
  if (shown.length === 0) return
  const { creator } = (await findUserById(req, owner)) ?? {}
  await purgePages(req, [...shown.map(({ id }) => tag.board(id)), ...(creator ? [tag.creator(idOf(creator))] : [])])
}
