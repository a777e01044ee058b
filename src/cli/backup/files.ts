import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { KeptFile } from './manifest.ts'

export interface Found {
  /** Below the folder, with `/`. */
  path: string
  bytes: number
  /** ms. */
  changed: number
}

/** All files below a folder, sorted; a folder that is not there has none. Links are left out: what they lead to is not ours. */
export async function filesBelow(folder: string): Promise<Found[]> {
  const found: Found[] = []
  const walk = async (below: string): Promise<void> => {
    const entries = await readdir(path.join(folder, below), { withFileTypes: true }).catch(onMissing([]))
    for (const entry of entries) {
      const name = below ? `${below}/${entry.name}` : entry.name
      if (entry.isDirectory()) await walk(name)
      else if (entry.isFile()) {
        const facts = await stat(path.join(folder, name)).catch(onMissing(null))
        if (facts) found.push({ path: name, bytes: facts.size, changed: facts.mtimeMs })
      }
    }
  }
  await walk('')
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** SHA-256 of a file, read in pieces; null when it is not there. */
export async function hashOfFile(file: string): Promise<{ sha256: string; bytes: number } | null> {
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of createReadStream(file)) {
      hash.update(chunk as Buffer)
      bytes += (chunk as Buffer).length
    }
  } catch (error) {
    return onMissing(null)(error)
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** Copies a file so that it appears under its name only when it is whole and on the disk. False when the original is gone. */
export async function copyWhole(from: string, to: string, mode?: number): Promise<boolean> {
  await mkdir(path.dirname(to), { recursive: true })
  const partial = `${to}.partial`
  try {
    await copyFile(from, partial)
    const handle = await open(partial, 'r+')
    if (mode !== undefined) await handle.chmod(mode)
    await handle.sync()
    await handle.close()
    await rename(partial, to)
    return true
  } catch (error) {
    await rm(partial, { force: true })
    return onMissing(false)(error)
  }
}

/** What is wrong with a kept file at its place, or null. */
export async function problemOf(file: string, kept: KeptFile): Promise<string | null> {
  const found = await hashOfFile(file)
  if (!found) return `${kept.path} is missing`
  return found.sha256 === kept.sha256 ? null : `${kept.path} is not what it was (${found.bytes} bytes, ${kept.bytes} expected)`
}

/** For a `catch`: the given answer when a file or folder is not there, the fault otherwise. */
export const onMissing =
  <T>(answer: T) =>
  (error: unknown): T => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return answer
    throw error
  }
