/** What a creator mainly writes about (人设). The words for them are the interface's. */
export const verticals = ['outdoor', 'home', 'kitchen', 'food', 'fashion', 'skincare', 'digital', 'other'] as const

export type Vertical = (typeof verticals)[number]

export const isVertical = (value: unknown): value is Vertical => verticals.some((one) => one === value)
