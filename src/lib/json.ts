/** What JSON can hold; `undefined` members are left out as `JSON.stringify` does. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined }

/**
 * JSON with sorted keys: equal values give equal text, whatever order their keys came in. For hashes and comparisons.
 * Throws a TypeError on what JSON cannot hold (functions, NaN, dates …): a silent `null` would make unequal things equal.
 */
export function stableJson(value: Json): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(stableJson).join(',')}]`
  if (typeof value === 'object' && isPlain(value)) {
    const members = Object.entries(value).flatMap(([key, member]) => (member === undefined ? [] : [[key, member] as const]))
    members.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${stableJson(member)}`).join(',')}}`
  }
  throw new TypeError(`Expected a JSON value, got ${Object.prototype.toString.call(value)}`)
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
