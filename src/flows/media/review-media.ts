import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { idOf } from '../../lib/ids.ts'
import { findAvatarOf, findAvatarsAmong } from '../../modules/accounts/store/avatars.ts'
import { findMediaOfProducts, findPicturesOfProduct } from '../../modules/catalogue/store/shown-media.ts'
import { findMediaRows } from '../../modules/media/store/find-media.ts'
import { findByHash, findVideosOfPosters, readWithdrawnHashes, writeWithdrawnAt } from '../../modules/media/store/withdrawals.ts'
import type { PieceKind } from '../../modules/publishing/index.ts'
import { findMediaOfAuthor, findMediaOfPiece, findMediaOfPublicPieces } from '../../modules/publishing/store/shown-media.ts'
import type { Media } from '../../payload-types.ts'

/** Media of one creator that are looked at in one transaction. */
const PART = 500

/**
 * Withdraws what no public piece, product or face shows, and gives back what one does again (Visibility, MOD-08). Called
 * in the transaction that shows or hides a piece, after its state is written. `before`: what its last public version showed.
 */
export async function reviewMediaOfPiece(
  req: PayloadRequest,
  { kind, id }: { kind: PieceKind; id: string },
  now: Date,
  before: readonly string[] = [],
): Promise<void> {
  await reviewMedia(req, [...before, ...(await findMediaOfPiece(req, kind, id))], now)
}

/** Files that these rows stand for, each shown or withdrawn as a whole: who uploads the same bytes again changes nothing. */
async function reviewMedia(req: PayloadRequest, ids: readonly string[], now: Date): Promise<void> {
  const named = await findMediaRows(req, ids)
  const rows = await findByHash(
    req,
    [...named.values()].map(({ hash }) => hash),
  )
  const shown = await findShown(req, rows)
  for (const same of byHash(rows)) {
    const isShown = same.some(({ id }) => shown.has(id))
    const wrong = same.filter(({ withdrawnAt }) => Boolean(withdrawnAt) === isShown)
    await writeWithdrawnAt(req, wrong, isShown ? null : now.toISOString())
  }
}

const byHash = (rows: readonly Media[]): Media[][] => {
  const groups = new Map<string, Media[]>()
  for (const row of rows) groups.set(row.hash, [...(groups.get(row.hash) ?? []), row])
  return [...groups.values()]
}

/** Those that readers can see: named by a public piece, a product or a face, or the poster of a video that is. */
async function findShown(req: PayloadRequest, rows: readonly Media[]): Promise<Set<string>> {
  const ids = rows.map(({ id }) => id)
  const videos = await findVideosOfPosters(req, ids)
  const asked = [...new Set([...ids, ...videos.map(({ id }) => id)])]
  const shown = new Set([
    ...(await findMediaOfPublicPieces(req, asked)),
    ...(await findMediaOfProducts(req, ids)),
    ...(await findAvatarsAmong(req, ids)),
  ])
  for (const { id, poster } of videos) if (shown.has(id) && poster) shown.add(idOf(poster))
  return shown
}

/**
 * After a creator or a product was changed, by whichever door (job): a suspended creator's pictures are withdrawn with
 * her pieces, and a picture that was chosen for a product or as a face is shown.
 */
export async function reviewMediaAround(ctx: Ctx, { kind, id }: { kind: string; id: string }): Promise<void> {
  const req = await ctx.req()
  const ids =
    kind === 'creator'
      ? [...(await findAvatarOf(req, id)), ...(await findMediaOfAuthor(req, id))]
      : kind === 'product'
        ? await withdrawnAmong(req, await findPicturesOfProduct(req, id))
        : []
  for (let at = 0; at < ids.length; at += PART)
    await ctx.tx('review media', (inner) => reviewMedia(inner, ids.slice(at, at + PART), ctx.clock.now()))
}

const withdrawnAmong = async (req: PayloadRequest, ids: readonly string[]): Promise<string[]> =>
  [...(await findMediaRows(req, ids)).values()].flatMap(({ id, withdrawnAt }) => (withdrawnAt ? [id] : []))

/** What the media door may not give to everybody, now. */
export const readWithdrawn = async (ctx: Ctx): Promise<ReadonlySet<string>> => readWithdrawnHashes(await ctx.req())

/** Whether somebody may look at a withdrawn file all the same: who uploaded it, and editors, who have to decide about it. */
export async function mayReadWithdrawn(ctx: Ctx, actor: Actor, hash: string): Promise<boolean> {
  if (!actor.userId) return false
  if (hasRole(actor, 'editor', 'admin')) return true
  return (await findByHash(await ctx.req(), [hash])).some(({ owner }) => owner && idOf(owner) === actor.userId)
}
