import { createHmac } from 'node:crypto'
import type { Ctx } from '../../context.ts'
import { type AttemptLimits, type Attempts, countAttempts } from '../../lib/attempts.ts'
import { sameSecret } from '../../lib/hash.ts'
import { isId, newId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { isPaid } from '../../modules/checkout/index.ts'
import { kindOf } from '../../modules/media/index.ts'
import { createMedia, imageRow } from '../../modules/media/store.ts'
import { type MediaView, mediaView } from '../media/media-view.ts'
import { noSuchOrder, type OrderAsk, openOrder } from './order-access.ts'

/** Pictures for one order in a day: six go with a request, and one may think again. */
const LIMITS: AttemptLimits = { tries: 30, windowMs: 86_400_000, keys: 20_000 }
const perContext = new WeakMap<Ctx, Attempts>()

/**
 * Takes one picture of a buyer's, by account or by the guest's link, for a request about a paid order: what it is its bytes say, and
 * what a camera wrote into it is left out, as for every picture (`POST /v1/media`). The answer's `ref` is what a request names it by: it
 * is bound to the order, so that no other picture can be named. Fails as uploads do, and with `state`, `too_many`.
 */
export async function storeRequestPicture(
  ctx: Ctx,
  visit: Visit,
  ask: OrderAsk,
  stream: AsyncIterable<Uint8Array>,
): Promise<Result<{ ref: string; media: MediaView }>> {
  const opened = await openOrder(ctx, visit, ask)
  if (!opened.ok) return opened
  const { order, reader } = opened.value
  if (reader === 'staff') return noSuchOrder
  if (!isPaid(order.state)) return fail('state', `Expected a paid order, this one is ${order.state}`, { details: { state: order.state } })
  const wait = attemptsOf(ctx).take(order.id, ctx.clock.now().getTime())
  if (wait > 0) return fail('too_many', `At most ${LIMITS.tries} pictures for an order in a day.`, { details: { retryAfterSeconds: wait } })
  const received = await ctx.media.files.receive(stream)
  if (!received.ok) return received
  try {
    if (kindOf(received.value.type) !== 'image') return fail('unsupported_type', 'Expected a picture: JPEG, PNG, WebP, AVIF or GIF.')
    const made = await ctx.media.image(received.value)
    if (!made.ok) return made
    const { userId } = await visit.actor()
    const row = imageRow(newId(), userId, received.value.type, made.value)
    const media = await ctx.tx('store picture of a request', (req) => createMedia(req, row))
    return ok({ ref: refOf(ctx, order.id, media.id), media: mediaView(media) })
  } finally {
    await ctx.media.files.discard(received.value.file)
  }
}

function attemptsOf(ctx: Ctx): Attempts {
  const known = perContext.get(ctx) ?? countAttempts(LIMITS)
  perContext.set(ctx, known)
  return known
}

const signOf = (ctx: Pick<Ctx, 'keyFor'>, orderId: string, media: string): string =>
  createHmac('sha256', ctx.keyFor('request-pictures')).update(`${orderId}:${media}`).digest('base64url').slice(0, 22)

const refOf = (ctx: Pick<Ctx, 'keyFor'>, orderId: string, media: string): string => `${media}.${signOf(ctx, orderId, media)}`

/** The pictures behind these references. Fails with `invalid` on one that was not uploaded for this order. */
export function readPictureRefs(ctx: Pick<Ctx, 'keyFor'>, orderId: string, refs: readonly string[]): Result<string[]> {
  const media: string[] = []
  for (const [index, ref] of refs.entries()) {
    const [id = '', sign = ''] = ref.split('.')
    if (!isId(id) || !sameSecret(sign, signOf(ctx, orderId, id))) {
      return fail('invalid', 'Expected a picture that was uploaded for this order.', { field: `pictures.${index}` })
    }
    if (!media.includes(id)) media.push(id)
  }
  return ok(media)
}
