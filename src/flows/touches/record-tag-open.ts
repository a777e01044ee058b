import type { Ctx } from '../../context.ts'
import type { Visit } from '../../lib/visit.ts'
import { type Captured, captureTouch, type Signs } from './capture-touch.ts'
import { knownLink } from './known-links.ts'

/** A product opened from inside a piece, or put into the cart there. Same rules as a click; an unknown code is no error (ATT-06). */
export async function recordTagOpen(ctx: Ctx, visit: Visit, { code, ...signs }: { code: string } & Partial<Signs>): Promise<Captured> {
  return captureTouch(ctx, visit, await knownLink(ctx, code), { method: 'POST', ...signs, kind: 'tag-open' })
}
