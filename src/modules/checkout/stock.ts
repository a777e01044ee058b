/** Why stock moves. `receive` is goods that come in, `return` goods that come back, `adjust` a count that was wrong. */
export const stockMoves = ['receive', 'reserve', 'sell', 'release', 'return', 'adjust'] as const

export type StockMove = (typeof stockMoves)[number]

/** Changes of one variant's level; a movement row holds exactly these, and their sum is the level. */
export interface StockDelta {
  available: number
  reserved: number
}

/** What a move of `quantity` pieces changes. Typed by the union: a move without an answer does not compile. */
const deltas: Record<StockMove, (quantity: number) => StockDelta> = {
  receive: (quantity) => ({ available: quantity, reserved: 0 }),
  reserve: (quantity) => ({ available: -quantity, reserved: quantity }),
  sell: (quantity) => ({ available: 0, reserved: -quantity }),
  release: (quantity) => ({ available: quantity, reserved: -quantity }),
  return: (quantity) => ({ available: quantity, reserved: 0 }),
  adjust: (quantity) => ({ available: quantity, reserved: 0 }),
}

/** The change of a level by one move. Pieces are whole and above zero; only `adjust` may be negative. Throws a RangeError otherwise. */
export function stockDelta(move: StockMove, quantity: number): StockDelta {
  if (!Number.isSafeInteger(quantity) || quantity === 0 || (quantity < 0 && move !== 'adjust')) {
    throw new RangeError(`Expected a number of pieces to ${move}, got ${quantity}`)
  }
  const { available, reserved } = deltas[move](quantity)
  // `|| 0`: a negated zero would be stored as -0.
  return { available: available || 0, reserved: reserved || 0 }
}

/** Whether a move that left `available` pieces made something sellable (true) or sold out (false); null when neither. */
export function becameAvailable(available: number, delta: Pick<StockDelta, 'available'>): boolean | null {
  const [before, now] = [available - delta.available > 0, available > 0]
  return before === now ? null : now
}
