import type { Ctx } from '../../context.ts'
import { type Actor, hasRole, isStaff } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { lastMovements, type MovementView, namesOf, productOfVariant, readLevel } from '../../modules/operations/store.ts'

export interface StockView {
  variantId: string
  available: number
  reserved: number
  /** Whether the reader may change it. */
  mayAdjust: boolean
  /** Newest first, 20 at most; null for who may not see them. `actorName` is the account's name where there is one. */
  movements: (MovementView & { actorName: string | null })[] | null
}

/** The level of a variant for the staff, and for finance and admin what moved it. */
export async function readStock(ctx: Ctx, actor: Actor, { variantId }: { variantId: string }): Promise<Result<StockView>> {
  if (!isStaff(actor)) return fail('forbidden', 'Stock is seen by the staff.')
  const req = await ctx.req()
  if (!(await productOfVariant(req, variantId))) return fail('not_found', 'There is no such variant, or it is in the bin.')
  const { available, reserved } = (await readLevel(req, variantId)) ?? { available: 0, reserved: 0 }
  const mayAdjust = hasRole(actor, 'finance', 'admin')
  const rows = mayAdjust ? await lastMovements(req, variantId, 20) : null
  const names = rows
    ? await namesOf(
        req,
        rows.flatMap((row) => (row.actor ? [row.actor] : [])),
      )
    : null
  const movements = rows?.map((row) => ({ ...row, actorName: (row.actor && names?.get(row.actor)) || null })) ?? null
  return ok({ variantId, available, reserved, mayAdjust, movements })
}
