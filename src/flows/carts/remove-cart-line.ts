import type { Ctx } from '../../context.ts'
import { ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { changeLine } from './change-line.ts'

/** Takes a line out of the basket. */
export const removeCartLine = (ctx: Ctx, visit: Visit, { lineId }: { lineId: string }): Promise<Result<{ cartCount: number }>> =>
  changeLine(ctx, visit, lineId, async () => ok(null))
