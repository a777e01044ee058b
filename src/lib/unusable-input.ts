/** What is wrong with a value from outside, and where in it (`lines.0.name`, empty for the whole). */
export interface Unusable {
  field: string
  message: string
}

/** Deeper than any form of ours; Payload's own rich text stays far below. */
const DEEPEST = 64

/**
 * Looks through JSON from outside for what no schema asks about and what breaks later: text that no database keeps as it
 * is (a NUL, half of a surrogate pair), names that reach into prototypes, and nesting that overflows the stack of whoever
 * walks it. Walks without recursion, for the same reason. Null when all is well.
 */
export function unusableIn(value: unknown): Unusable | null {
  const todo: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }]
  for (let at = todo.pop(); at; at = todo.pop()) {
    const message = at.depth > DEEPEST ? `Nested more than ${DEEPEST} deep.` : typeof at.value === 'string' ? troubleOf(at.value) : null
    if (message) return { field: at.depth > DEEPEST ? '' : at.path, message }
    if (at.value === null || typeof at.value !== 'object') continue
    for (const [name, inner] of Object.entries(at.value)) {
      const path = at.path ? `${at.path}.${name}` : name
      if (name === '__proto__') return { field: at.path, message: 'Unrecognized key: "__proto__"' }
      if (troubleOf(name)) return { field: at.path, message: 'A name here holds a NUL or half of a character.' }
      todo.push({ value: inner, path, depth: at.depth + 1 })
    }
  }
  return null
}

function troubleOf(text: string): string | null {
  if (text.includes('\0')) return 'Text must not hold a NUL character.'
  return isWhole(text) ? null : 'Text must be well-formed: half of a surrogate pair is no character.'
}

/** No half of a surrogate pair stands alone. */
const isWhole = (text: string): boolean => !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)
