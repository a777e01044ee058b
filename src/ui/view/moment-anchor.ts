/** The end of an address that begins a video at a second, as media fragments spell it (`#t=7`): what search engines are told of a moment. */
export const momentAnchor = (second: number): string => `#t=${Math.max(0, Math.floor(second))}`

/** The second that an address asks for; null without one. */
export function secondOfAnchor(hash: string): number | null {
  const [, second] = /^#t=(\d{1,5}(?:\.\d+)?)(?:,.*)?$/.exec(hash) ?? []
  return second === undefined ? null : Number(second)
}
