import type { PayloadRequest } from 'payload'
import { idOf } from '../../lib/ids.ts'
import { type PageTag, tag } from '../../lib/page-tags.ts'
import type { PieceState, Post, VideoNote } from '../../payload-types.ts'
import { purgePages } from './purge-pages.ts'

type Reference = string | { id: string } | null | undefined

/**
 * Makes old every page that shows this piece, or that shows it from now on: its own, those of its creator, products, topics
 * and translation, and all lists. Call it after its public row was written. What it was connected with before carries its
 * own tag, so that nobody has to know it.
 */
export async function purgePiece(req: PayloadRequest, { id, kind, author }: Pick<PieceState, 'id' | 'kind' | 'author'>): Promise<void> {
  const row = await req.payload.db.findOne<Post | VideoNote>({ collection: kind, where: { id: { equals: id } }, req })
  const products = (row?.placements ?? []).map(({ product }) => product)
  const tags: PageTag[] = [
    tag.piece(id),
    tag.creator(idOf(author)),
    ...each(products, tag.product),
    ...each(row?.topics ?? [], tag.topic),
    ...each([row?.translationOf], tag.piece),
    ...(['home', 'trending', 'search', 'sitemap'] as const).map(tag.feed),
  ]
  await purgePages(req, tags)
}

const each = (references: readonly Reference[], spell: (id: string) => PageTag): PageTag[] =>
  references.flatMap((one) => (one ? [spell(idOf(one))] : []))
