import type { Express, Request, Response } from 'express'
import type { Ctx } from '../context.ts'
import { readCreator } from '../flows/shop/read-creator.ts'
import { readPost, readVideoNote } from '../flows/shop/read-piece.ts'
import { readProduct } from '../flows/shop/read-product.ts'
import { fail, ok, type Result } from '../lib/result.ts'
import { isLocale, type Locale, translate } from '../ui/i18n/index.ts'
import { common } from '../ui/i18n/messages/common.ts'
import {
  creatorCard,
  postCard,
  productCard,
  type ShareCard,
  type ShareCardKind,
  shareCardMark,
  shareCardPath,
  videoCard,
} from '../ui/view/share-card.ts'
import { sendFailure } from './http/answers.ts'

type Read = (ctx: Ctx, id: string, locale: Locale) => Promise<Result<ShareCard>>

const absent = fail('not_found', 'There is no such picture.')

/** What each kind of page shows, read as the page reads it: what it refuses has no picture either (Visibility). */
const readers: Record<ShareCardKind, Read> = {
  p: async (ctx, id, locale) => then(await readPost(ctx, { id, locale }), (post) => postCard(post, locale)),
  v: async (ctx, id, locale) => then(await readVideoNote(ctx, { id, locale }), (note) => videoCard(note, locale)),
  product: async (ctx, slug, locale) => then(await readProduct(ctx, { slug, locale }), (product) => productCard(product, locale)),
  creator: async (ctx, handle, locale) => {
    const read = await readCreator(ctx, { handle, kind: 'all' })
    return read.ok && read.value.suspended
      ? fail('gone', 'This creator is no longer public.')
      : then(read, (one) => creatorCard(one, locale))
  },
}

const then = <T>(read: Result<T>, make: (value: T) => ShareCard): Result<ShareCard> => (read.ok ? ok(make(read.value)) : read)

/**
 * The pictures that go with shared links (`og:image`). An address carries a mark of what its picture shows and is kept for
 * ever; one whose page has changed since leads to the picture of now, one whose page is gone is gone.
 */
export function mountShareCards(app: Express, ctx: Ctx): void {
  app.get('/og/:locale/:kind/:id/:name', async (req, res) => {
    try {
      await answer(ctx, req, res)
    } catch (error) {
      ctx.log.error({ err: error, path: req.path }, 'A share card could not be drawn')
      if (!res.headersSent) sendFailure(res, { code: 'unavailable', message: 'The picture cannot be drawn now.' })
    }
  })
}

async function answer(
  ctx: Ctx,
  { params }: Request<{ locale: string; kind: string; id: string; name: string }>,
  res: Response,
): Promise<void> {
  const { locale, kind, id, name } = params
  const asked = /^([0-9a-f]{16})\.jpg$/.exec(name)?.[1]
  if (!asked || !isLocale(locale) || !isKind(kind)) return sendFailure(res, absent.failure)
  const read = await readers[kind](ctx, id.slice(0, 200), locale)
  if (!read.ok) return sendFailure(res, read.failure)
  const card = read.value
  const mark = shareCardMark(card)
  if (asked !== mark) {
    res.setHeader('cache-control', 'no-store')
    return res.redirect(302, shareCardPath(card))
  }
  const picture = await ctx.media.cards.take(mark, () => partsOf(ctx, card))
  res.setHeader('cache-control', 'public, max-age=31536000, immutable')
  res.setHeader('content-security-policy', "default-src 'none'")
  // Other sites show it beside a link: that is what it is for.
  res.setHeader('cross-origin-resource-policy', 'cross-origin')
  res.type('image/jpeg').send(picture)
}

const isKind = (kind: string): kind is ShareCardKind => Object.hasOwn(readers, kind)

function partsOf(ctx: Ctx, { title, by, label, price, locale, picture, avatar }: ShareCard) {
  const file = (address: string | undefined) => (address ? ctx.media.files.resolve(address.replace(/^\/media\//, '')) : null)
  return {
    title,
    site: translate(common, locale, 'siteName'),
    picture: file(picture),
    avatar: file(avatar),
    ...(by ? { by } : {}),
    ...(label ? { label } : {}),
    ...(price ? { price } : {}),
  }
}
