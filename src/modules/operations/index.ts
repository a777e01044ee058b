/** Below how many pieces a variant is shown to operators as running out. */
export const LOW_STOCK = 5

/** How a person changes stock: goods that came in, or a count that was wrong. */
export const operatorMoves = ['receive', 'adjust'] as const

export type OperatorMove = (typeof operatorMoves)[number]

/** Most pieces of one change by hand: more is a slip of the finger. */
export const MOST_PIECES = 100_000

/** Why a number of pieces cannot be moved by hand, as a sentence; null when it can. */
export function refuseQuantity(move: OperatorMove, quantity: number): string | null {
  if (!Number.isSafeInteger(quantity) || quantity === 0) return `Expected a whole number of pieces other than 0, came ${quantity}.`
  if (Math.abs(quantity) > MOST_PIECES) return `Expected at most ${MOST_PIECES} pieces at once, came ${quantity}.`
  if (move === 'receive' && quantity < 0)
    return `Goods that come in are more than none, came ${quantity}; use adjust for a count that was wrong.`
  return null
}

/** A fault in few words for operators: one line, without stack, values or addresses. */
export function shortFault(error: unknown): string {
  const text = typeof error === 'string' ? error : ((error as { message?: unknown } | null)?.message ?? '')
  const line = String(text).split('\n')[0] ?? ''
  const clean = line.replace(/[^\s@]+@[^\s@]+/g, '…@…').trim()
  return clean.length > 200 ? `${clean.slice(0, 199)}…` : clean
}
