import express, { type Express } from 'express'
import type { Ctx } from '../context.ts'
import { fail } from '../lib/result.ts'
import { isMediaPath } from '../modules/media/index.ts'
import { sendFailure } from './http/answers.ts'

const absent = fail('not_found', 'There is no such file.').failure

/** Media with byte ranges, HEAD, right types and names that never change their bytes. */
export function mountMedia(app: Express, ctx: Ctx): void {
  app.use('/media', (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD')
      return sendFailure(res.setHeader('allow', 'GET, HEAD'), fail('method_not_allowed', 'Media are read by GET and HEAD.').failure)
    if (!isMediaPath(req.path.slice(1))) return sendFailure(res, absent)
    next()
  })
  app.use(
    '/media',
    express.static(ctx.env.mediaDir, {
      index: false,
      redirect: false,
      dotfiles: 'ignore',
      immutable: true,
      maxAge: '365d',
      setHeaders: (res) => {
        res.setHeader('x-content-type-options', 'nosniff')
        res.setHeader('content-security-policy', "default-src 'none'")
      },
    }),
    (_req, res) => sendFailure(res, absent),
  )
}
