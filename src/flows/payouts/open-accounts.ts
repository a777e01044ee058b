import type { Ctx } from '../../context.ts'
import { openText } from '../../lib/sealed-box.ts'
import type { PayoutDetails } from '../../modules/ledger/index.ts'
import type { PayoutAccountRow } from '../../modules/ledger/store/payout-accounts.ts'

/**
 * The details of a payout account; null when this site's secret does not open it: the secret was changed or lost, or the row is
 * another creator's. Nobody can read it then, and she has to give it again.
 */
export function openAccount(
  ctx: Pick<Ctx, 'keyFor'>,
  { sealed, creator }: Pick<PayoutAccountRow, 'sealed' | 'creator'>,
): PayoutDetails | null {
  try {
    // We sealed it, so what opens has its shape.
    return JSON.parse(openText(ctx.keyFor('payout-accounts'), sealed, creator)) as PayoutDetails
  } catch {
    return null
  }
}
