/**
 * A path of this site to go to after a form, from a value that anybody may have written into an address. Anything that
 * a browser could read as another site (`//evil`, `/\evil`, `https:…`, control characters) gives the fallback.
 */
export function ownPath(given: unknown, fallback: string): string {
  if (typeof given !== 'string' || given.length > 2000) return fallback
  // Browsers drop tabs and line ends inside an address and read a backslash as a slash: neither belongs into a path.
  if (!given.startsWith('/') || /^\/[/\\]/.test(given) || /[\\\p{Cc}]/u.test(given)) return fallback
  const base = 'http://own.invalid'
  try {
    const url = new URL(given, base)
    return url.origin === base && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}${url.hash}` : fallback
  } catch {
    return fallback
  }
}
