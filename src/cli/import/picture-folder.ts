import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Finds pictures in a folder by the last part of the name or address that a file uses, without case; folders inside it
 * count. Only files that were listed are ever read: a name from the file opens nothing else.
 */
export async function pictureFolder(folder: string): Promise<(source: string) => Promise<Uint8Array | null>> {
  const files = new Map<string, string>()
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const name = entry.name.normalize('NFC').toLowerCase()
    if (!files.has(name)) files.set(name, path.join(entry.parentPath ?? entry.path, entry.name))
  }
  return async (source) => {
    const file = files.get(baseName(source))
    return file ? readFile(file) : null
  }
}

/** The last part of an address or path: `https://x.example/a/Cup%201.webp?v=2` → `cup 1.webp`. */
export function baseName(source: string): string {
  const bare = /^https?:\/\//i.test(source) ? (source.split(/[?#]/, 1)[0] ?? source) : source
  const last = bare.split(/[/\\]/).at(-1) ?? ''
  return decoded(last).normalize('NFC').toLowerCase()
}

/** A name as it was before it was put into an address; one that no address has stays. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
