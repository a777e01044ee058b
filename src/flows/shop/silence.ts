import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Filter } from '../../modules/discovery/index.ts'
import { findSilenced } from '../../modules/discovery/store.ts'

/** An hour: by far longer than the index is ever behind. */
const LATELY_MS = 3_600_000

/** What keeps out pieces and profiles of creators who were suspended a moment ago, before the index knows (SR-17, SR-18); null when there is none. */
export async function silenceOf(ctx: Ctx, req: PayloadRequest): Promise<Filter | null> {
  const handles = await findSilenced(req, new Date(ctx.clock.now().getTime() - LATELY_MS).toISOString())
  return handles.length > 0 ? { not: { field: 'creator', op: 'in', values: handles } } : null
}
