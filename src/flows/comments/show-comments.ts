import type { PayloadRequest } from 'payload'
import { idOf } from '../../lib/ids.ts'
import { tag } from '../../lib/page-tags.ts'
import { findNamedUsers } from '../../modules/accounts/store/people.ts'
import type { CommentRow } from '../../modules/comments/store.ts'
import { boughtBy } from '../orders/bought-by.ts'
import { pageShows } from '../pages/page-shows.ts'
import { pictureFacts } from '../shop/media-facts.ts'
import { sharedCreators, sharedMedia } from '../shop/shared-rows.ts'
import type { Target } from './find-target.ts'
import type { CommentReplyFacts } from './views.ts'

type Show = (row: CommentRow, more?: { held?: boolean }) => CommentReplyFacts

/** How rows of one target are shown: names, faces and badges, fetched together for all of them. */
export async function commentShower(
  req: PayloadRequest,
  target: Pick<Target, 'author' | 'products'>,
  rows: readonly CommentRow[],
): Promise<Show> {
  const shown = rows.filter(({ state }) => state === 'shown' || state === 'held')
  const users = [...new Set(shown.map(({ author }) => author))]
  const names = await findNamedUsers(req, users)
  const creators = await sharedCreators(
    req,
    shown.flatMap(({ creator }) => creator ?? []),
  )
  pageShows(...[...creators.keys()].map((id) => tag.creator(id)))
  const media = await sharedMedia(
    req,
    [...creators.values()].flatMap(({ avatar }) => (avatar ? idOf(avatar) : [])),
  )
  const bought = await boughtBy(req, users, target.products)
  return (row, { held = false } = {}) => {
    const gone = row.state === 'deleted' || row.state === 'hidden' ? row.state : undefined
    if (gone) return { id: row.id, author: { name: null }, body: '', gone, at: row.at, bought: false, byAuthor: false }
    const profile = row.creator ? creators.get(row.creator) : undefined
    const known = profile?.kind === 'creator' && profile.status === 'active' ? profile : undefined
    const avatar = known?.avatar ? pictureFacts(media, idOf(known.avatar)) : undefined
    return {
      id: row.id,
      author: {
        name: known?.displayName ?? names.get(row.author) ?? null,
        ...(known ? { handle: known.handle } : {}),
        ...(avatar ? { avatar } : {}),
      },
      body: row.body,
      at: row.at,
      bought: (bought.get(row.author)?.size ?? 0) > 0,
      byAuthor: target.author !== null && row.creator === target.author,
      ...(held ? { held } : {}),
    }
  }
}
