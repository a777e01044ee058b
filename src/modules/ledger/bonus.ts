import { isMinor } from '../../lib/money.ts'
import { fail, ok, type Result } from '../../lib/result.ts'

/** ATT-36: a flat fee, or pay per view, each under a cap. Minor units. */
export type BonusAsk = { kind: 'flat'; amount: number; cap: number } | { kind: 'per_view'; views: number; perThousand: number; cap: number }

/** What a bonus comes to: never above its cap, whole minor units, parts of a thousand views counted down. Fails with `invalid`. */
export function bonusAmount(ask: BonusAsk): Result<number> {
  if (!isMinor(ask.cap) || ask.cap < 1) return fail('invalid', `Expected a cap of at least 1 minor unit, got ${ask.cap}`, { field: 'cap' })
  if (ask.kind === 'flat') {
    if (!isMinor(ask.amount) || ask.amount < 1)
      return fail('invalid', `Expected an amount of at least 1 minor unit, got ${ask.amount}`, { field: 'amount' })
    return ask.amount <= ask.cap
      ? ok(ask.amount)
      : fail('invalid', `Expected at most the cap of ${ask.cap}, got ${ask.amount}`, { field: 'amount' })
  }
  if (!isMinor(ask.views) || ask.views < 1) return fail('invalid', `Expected views from 1, got ${ask.views}`, { field: 'views' })
  if (!isMinor(ask.perThousand) || ask.perThousand < 1)
    return fail('invalid', `Expected an amount per thousand views of at least 1, got ${ask.perThousand}`, { field: 'perThousand' })
  const whole = (BigInt(ask.views) * BigInt(ask.perThousand)) / 1000n
  const amount = whole > BigInt(ask.cap) ? ask.cap : Number(whole)
  return amount > 0 ? ok(amount) : fail('invalid', 'These views come to less than one minor unit.', { field: 'views' })
}
