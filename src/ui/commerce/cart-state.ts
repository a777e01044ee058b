import type { CartLineView } from './view.ts'

/** Whether a line counts: it can be bought now, be it at a changed price or in a smaller number. */
export const isBuyable = (line: CartLineView): boolean => line.trouble?.kind !== 'sold-out' && line.trouble?.kind !== 'gone'

/** What the button of the cart may do: go on, wait until a quantity is mended, or nothing, as no line can be bought. */
export type CartReadiness = 'ready' | 'short' | 'nothing'

/** A changed price lets go on (the checkout asks again); a quantity above the stock does not. */
export function cartReadiness(lines: readonly CartLineView[]): CartReadiness {
  if (!lines.some(isBuyable)) return 'nothing'
  return lines.some((line) => line.trouble?.kind === 'short') ? 'short' : 'ready'
}

/** How many lines need a look. */
export const troubles = (lines: readonly CartLineView[]): number => lines.filter((line) => line.trouble !== null).length

/** Limits of the stepper: 1–99 (the checkout's own), and never more than the stock. */
export function quantityLimits(line: Pick<CartLineView, 'available'>): { min: number; max: number } {
  return { min: 1, max: Math.max(1, Math.min(99, line.available ?? 99)) }
}
