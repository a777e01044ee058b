/** A text file of the demo world: lines `key: value`, then texts parted by lines of three hyphens. */
export interface Sheet {
  /** Values of a key, in order; a key may stand on several lines. */
  all(key: string): string[]
  /** The one value of a key; null when it is absent. */
  maybe(key: string): string | null
  /** The one value of a key. Throws when it is absent. */
  one(key: string): string
  /** The texts below the lines. */
  parts: string[]
}

/** Reads a sheet. Throws, naming the file, when a line of its head is no `key: value`: these files are our own. */
export function readSheet(text: string, name: string): Sheet {
  const [head = '', ...parts] = text.split(/^---\n/m).map((part) => part.trim())
  const values = new Map<string, string[]>()
  for (const line of head.split('\n')) {
    const [, key, value = ''] = /^([a-z]+):(.*)$/.exec(line) ?? []
    if (!key) throw new Error(`${name}: expected "key: value", got ${JSON.stringify(line)}`)
    values.set(key, [...(values.get(key) ?? []), value.trim()])
  }
  const all = (key: string): string[] => values.get(key) ?? []
  const maybe = (key: string): string | null => all(key)[0] ?? null
  const one = (key: string): string => {
    const value = maybe(key)
    if (value === null) throw new Error(`${name}: expected a line "${key}:", found none`)
    return value
  }
  return { all, maybe, one, parts }
}

/** Parts of a value between bars. */
export const cells = (value: string): string[] => value.split('|').map((cell) => cell.trim())

/** Words of a value between commas. */
export const listed = (value: string | null): string[] => (value ?? '').split(',').flatMap((word) => word.trim() || [])
