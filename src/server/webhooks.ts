import express, { type Express, type Request, type Response } from 'express'
import type { Ctx } from '../context.ts'
import { receiveWebhook } from '../flows/payments/receive-webhook.ts'
import { failpoint } from '../lib/failpoints.ts'
import { fail } from '../lib/result.ts'
import { sendFailure } from './http/answers.ts'

/**
 * `POST /webhooks/:provider`: raw body, verified signature, no cookie and no Origin. Answers 200 after COMMIT, also to a
 * notice that came before. A fault answers 5xx, so that the provider sends it again.
 */
export function mountWebhooks(app: Express, ctx: Ctx): void {
  const raw = express.raw({ limit: '256kb', type: () => true, inflate: false })
  app.post('/webhooks/:provider', raw, (req, res) => void answer(ctx, req, res))
  app.use('/webhooks', (req, res) =>
    sendFailure(
      res.setHeader('allow', 'POST'),
      req.method === 'POST'
        ? fail('not_found', 'Expected /webhooks/ and the name of a payment provider.').failure
        : fail('method_not_allowed', `Notices of payment come by POST, came ${req.method}.`).failure,
    ),
  )
}

async function answer(ctx: Ctx, req: Request, res: Response): Promise<void> {
  try {
    const body = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
    const result = await receiveWebhook(ctx, String(req.params.provider), body, req.headers)
    failpoint('before-answer:webhook')
    if (!result.ok) return sendFailure(res, result.failure)
    res.setHeader('cache-control', 'no-store')
    res.json({ outcome: result.value.outcome })
  } catch (error) {
    ctx.log.error({ err: error, requestId: res.locals.requestId as string }, 'A webhook failed')
    sendFailure(res, { code: 'unavailable', message: 'Something failed here and nothing was changed: send the event again.' }, 500)
  }
}
