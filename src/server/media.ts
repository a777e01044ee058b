import { access } from 'node:fs/promises'
import express, { type Express, type RequestHandler } from 'express'
import type { Ctx } from '../context.ts'
import { mayReadWithdrawn, readWithdrawn } from '../flows/media/review-media.ts'
import type { AvifMaker } from '../jobs/make-wanted-avifs.ts'
import { fail } from '../lib/result.ts'
import type { Visit } from '../lib/visit.ts'
import { acceptsAvif, avifPath, hashOfPath, WithdrawnMedia } from '../modules/media/index.ts'
import { sendFailure } from './http/answers.ts'

const absent = fail('not_found', 'There is no such file.').failure
const withdrawn = fail('gone', 'This file is no longer public.').failure

/**
 * Media with byte ranges, HEAD, right types and names that never change their meaning. A picture's address answers AVIF
 * to who accepts it, once that is made, and WebP until then and to others. What was taken from readers answers 410.
 * `avifs` makes those that were missed.
 */
export function mountMedia(app: Express, ctx: Ctx, avifs?: Pick<AvifMaker, 'want'>): void {
  app.use('/media', onlyOurs, onlyPublic(ctx), bestPicture(ctx, avifs))
  app.use(
    '/media',
    express.static(ctx.env.mediaDir, {
      index: false,
      redirect: false,
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders: (res) => {
        if (!res.getHeader('cache-control')) res.setHeader('cache-control', 'public, max-age=31536000, immutable')
        res.setHeader('x-content-type-options', 'nosniff')
        res.setHeader('content-security-policy', "default-src 'none'")
      },
    }),
    (_req, res) => sendFailure(res, absent),
  )
}

const onlyOurs: RequestHandler = (req, res, next) => {
  if (req.method !== 'GET' && req.method !== 'HEAD')
    return sendFailure(res.setHeader('allow', 'GET, HEAD'), fail('method_not_allowed', 'Media are read by GET and HEAD.').failure)
  if (hashOfPath(req.path.slice(1)) === null) return sendFailure(res, absent)
  next()
}

/** A withdrawn file is there for its owner and for editors, kept by nobody. Where it cannot be told what is withdrawn, nothing is given. */
function onlyPublic(ctx: Ctx): RequestHandler {
  const list = new WithdrawnMedia(
    () => readWithdrawn(ctx),
    () => performance.now(),
  )
  return async (req, res, next) => {
    const hash = hashOfPath(req.path.slice(1)) ?? ''
    try {
      if (!(await list.has(hash))) return next()
      res.setHeader('cache-control', 'private, no-store')
      const actor = await (res.locals.visit as Visit).actor()
      if (await mayReadWithdrawn(ctx, actor, hash)) return next()
      sendFailure(res, withdrawn)
    } catch (error) {
      ctx.log.error({ err: error }, 'It cannot be told which media are public')
      sendFailure(res.setHeader('retry-after', '1'), fail('unavailable', 'Try again in a moment.').failure)
    }
  }
}

/** Points the request at the AVIF beside a WebP, or has it made. Every answer at such an address varies by Accept, also before there is one. */
const bestPicture =
  (ctx: Ctx, avifs?: Pick<AvifMaker, 'want'>): RequestHandler =>
  async (req, res, next) => {
    const path = req.path.slice(1)
    const better = avifPath(path)
    if (!better) return next()
    res.vary('Accept')
    const file = acceptsAvif(req.get('accept')) ? ctx.media.files.resolve(better) : null
    if (file && (await isThere(file))) req.url = `/${better}`
    else if (file && avifs && (await isThere(ctx.media.files.resolve(path) ?? ''))) avifs.want(path)
    next()
  }

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )
