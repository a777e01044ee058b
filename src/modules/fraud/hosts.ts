/** Whether a host matches one of the patterns: `deals.example`, `*.coupons.example`, `*cashback*`. A plain name matches itself alone. */
export const matchesAny = (host: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => matches(host.toLowerCase(), pattern.trim().toLowerCase()))

/** Walks over the parts between stars: the first at the start, the last at the end, the others in order. Linear, without a RegExp. */
function matches(host: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  if (pattern === '') return false
  if (rest.length === 0) return host === first
  const last = rest.pop()!
  if (!host.startsWith(first) || host.length < first.length + last.length || !host.endsWith(last)) return false
  let at = first.length
  for (const part of rest) {
    const next = host.indexOf(part, at)
    if (next < 0 || next + part.length > host.length - last.length) return false
    at = next + part.length
  }
  return true
}

/** A list as an operator writes it: commas, spaces or lines between. */
export const listOf = (text: string | null | undefined): string[] => (text ?? '').split(/[\s,，、;；]+/).filter((part) => part !== '')
