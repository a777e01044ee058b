import type { PayloadRequest } from 'payload'
import { idOf } from '../../lib/ids.ts'
import { findAuthors } from '../../modules/moderation/store.ts'
import { readVersion } from '../../modules/publishing/store/pieces.ts'
import type { PieceState } from '../../payload-types.ts'
import { type Notice, notify } from '../accounts/notify.ts'
import { queueMail } from '../accounts/queue-mail.ts'

type News = 'piece-approved' | 'piece-scheduled' | 'piece-changes-requested' | 'piece-rejected' | 'piece-taken-down' | 'piece-restored'

/** Tells the author what an editor decided, in the app and by mail, in the transaction of the decision. */
export async function tellAuthor(
  req: PayloadRequest,
  kind: News,
  state: PieceState,
  { version, reason }: { version: string | null; reason: string | null },
): Promise<void> {
  const author = (await findAuthors(req, [idOf(state.author)])).get(idOf(state.author))
  if (!author?.userId) return
  const content = version ? await readVersion(req, state.kind, version) : null
  const data = {
    pieceId: state.id,
    pieceType: state.kind === 'posts' ? 'post' : 'video-note',
    title: content?.title ?? '',
    ...(reason === null ? {} : { reason }),
    ...(kind === 'piece-scheduled' ? { publishAt: state.publishAt ?? '' } : {}),
  }
  // Each kind's facts are these, with the reason exactly where one was given.
  await notify(req, { userId: author.userId, kind, data } as Notice)
  await queueMail(req, { template: kind, subject: state.id })
}
