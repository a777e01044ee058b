import type { Ctx } from '../../context.ts'
import { idOf } from '../../lib/ids.ts'
import { findUserById } from '../../modules/accounts/store.ts'
import { findLastReason, findMailCreator, findMailPiece, isMailPiecePublic, readMailSettings } from '../../modules/notifications/store.ts'
import { findState } from '../../modules/publishing/store/states.ts'
import { type AddressedLetter, siteOrigin, write } from './mail-tools.ts'
import { ruleWords } from './rule-words.ts'

/** Letters to the author of a piece about a decision: its rule and the editor's words come from the history. */
export async function pieceLetter(
  ctx: Ctx,
  kind: 'piece-approved' | 'piece-scheduled' | 'piece-changes-requested' | 'piece-rejected' | 'piece-taken-down' | 'piece-restored',
  pieceId: string,
): Promise<AddressedLetter | null> {
  const req = await ctx.req()
  const piece = await findMailPiece(req, pieceId)
  const creator = piece ? await findMailCreator(req, idOf(piece.author)) : null
  const user = creator ? await findUserById(req, idOf(creator.user)) : null
  if (!piece || !user) return null
  const { email: to, locale } = user
  const page = (path: string) => `${siteOrigin(ctx)}/${locale}${path}`
  const title = piece.title ?? ''
  if (kind === 'piece-approved' || kind === 'piece-restored') {
    return write(req, kind, { to, locale, data: { title, url: page(`/${piece.kind === 'posts' ? 'p' : 'v'}/${pieceId}`) } })
  }
  if (kind === 'piece-scheduled') {
    // Published, moved or cancelled meanwhile: what it would say is no longer so.
    const publishAt = (await findState(req, pieceId))?.publishAt
    if (!publishAt) return null
    const { timeZone } = await readMailSettings(req, locale)
    return write(req, kind, {
      to,
      locale,
      data: { title, at: new Date(publishAt), zone: timeZone, url: page(`/studio/pieces/${pieceId}`) },
    })
  }
  const decided = await findLastReason(req, pieceId, eventOf[kind])
  const data = {
    title,
    reason: decided?.reason ?? '',
    rule: ruleWords(decided?.rule ?? 'other', locale),
    url: page(`/studio/pieces/${pieceId}`),
  }
  if (kind === 'piece-taken-down') return write(req, kind, { to, locale, data })
  return write(req, kind, { to, locale, data: { ...data, stillPublic: await isMailPiecePublic(req, pieceId) } })
}

/** What the history calls each decision: a letter that leaves after a later one still says its own reason. */
const eventOf = { 'piece-changes-requested': 'request_changes', 'piece-rejected': 'reject', 'piece-taken-down': 'take_down' } as const
