import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises'
import path from 'node:path'
import { newId } from '../../../lib/ids.ts'
import { fail, ok, type Result } from '../../../lib/result.ts'
import { acceptUpload, isMediaPath, type MediaType, maxBytesOf, SNIFF_BYTES } from '../index.ts'

/** Bytes that arrived and wait to be processed. */
export interface Incoming {
  /** Absolute path in MEDIA_DIR/.incoming; synced, so a job may find it after a crash. */
  file: string
  /** Its name there: what a row may keep for the job, see `waiting`. */
  name: string
  type: MediaType
  /** SHA-256, hex. */
  hash: string
  bytes: number
}

const upload = /^[0-9a-f-]{36}\.upload$/

/** Files below MEDIA_DIR: the only code that names paths on disk. */
export interface MediaFiles {
  /** Streams an upload to a temporary file; refuses by its first bytes and by size, and leaves nothing behind then. Throws on a broken stream or disk. */
  receive(stream: AsyncIterable<Uint8Array>): Promise<Result<Incoming>>
  /** Absolute path of an upload that waits for its job, by its name; null for every other name. */
  waiting(name: string): string | null
  /** A fresh temporary path for a processor's output. */
  temporary(extension: string): Promise<string>
  /** Moves a finished temporary file to its place, atomically and durably. */
  publish(temporary: string, mediaPath: string): Promise<void>
  /** Writes bytes to their place by way of a temporary file. */
  put(mediaPath: string, bytes: Uint8Array): Promise<void>
  /** Absolute path for one of our own names; null for everything else (traversal, other names). Does not say that it exists. */
  resolve(mediaPath: string): string | null
  /** Removes a published file; fine when it is gone already. */
  remove(mediaPath: string): Promise<void>
  /** Removes a temporary file; fine when it is gone already. */
  discard(temporary: string): Promise<void>
  /** Removes temporary files last written before `before` but those in `keep` (names): what crashes left. Answers how many. */
  sweep(before: Date, keep?: ReadonlySet<string>): Promise<number>
}

/** @param root MEDIA_DIR, absolute or relative to the working directory. */
export function mediaFiles(root: string): MediaFiles {
  const base = path.resolve(root)
  const incoming = path.join(base, '.incoming')
  const resolve = (mediaPath: string): string | null => (isMediaPath(mediaPath) ? path.join(base, ...mediaPath.split('/')) : null)
  const place = (mediaPath: string): string => {
    const target = resolve(mediaPath)
    if (!target) throw new Error(`not a media path: ${mediaPath}`)
    return target
  }
  const temporary = async (extension: string): Promise<string> => {
    await mkdir(incoming, { recursive: true })
    return path.join(incoming, `${newId()}.${extension}`)
  }
  const publish = async (from: string, mediaPath: string): Promise<void> => {
    const target = place(mediaPath)
    await mkdir(path.dirname(target), { recursive: true })
    await syncPath(from)
    await rename(from, target)
    await syncPath(path.dirname(target))
  }
  return {
    receive: async (stream) => receive(stream, await temporary('upload')),
    waiting: (name) => (upload.test(name) ? path.join(incoming, name) : null),
    temporary,
    publish,
    async put(mediaPath, bytes) {
      const file = await temporary('part')
      const handle = await open(file, 'wx')
      try {
        await handle.writeFile(bytes)
      } finally {
        await handle.close()
      }
      await publish(file, mediaPath)
    },
    resolve,
    remove: async (mediaPath) => removeFile(place(mediaPath)),
    async discard(file) {
      if (path.dirname(path.resolve(file)) !== incoming) throw new Error('not a temporary media file')
      await removeFile(file)
    },
    sweep: (before, keep = new Set()) => sweep(incoming, before, keep),
  }
}

async function receive(stream: AsyncIterable<Uint8Array>, file: string): Promise<Result<Incoming>> {
  const handle = await open(file, 'wx')
  const hash = createHash('sha256')
  let head = Buffer.alloc(0)
  let type: Result<MediaType> | null = null
  let bytes = 0
  let done = false
  try {
    for await (const chunk of stream) {
      bytes += chunk.length
      if (!type) {
        head = Buffer.concat([head, chunk.subarray(0, SNIFF_BYTES)])
        if (head.length >= SNIFF_BYTES) type = acceptUpload(head)
      }
      if (type && !type.ok) return type
      if (type && bytes > maxBytesOf(type.value)) return tooLarge(type.value)
      hash.update(chunk)
      await handle.writeFile(chunk) // writes on from where the last one ended
    }
    type ??= acceptUpload(head)
    if (!type.ok) return type
    await handle.sync()
    done = true
    return ok({ file, name: path.basename(file), type: type.value, hash: hash.digest('hex'), bytes })
  } finally {
    await handle.close()
    if (!done) await removeFile(file)
  }
}

function tooLarge(type: MediaType): Result<never> {
  const limit = maxBytesOf(type)
  return fail('too_large', `expected at most ${limit / 1024 / 1024} MB for ${type}; the file is larger`, { details: { limitBytes: limit } })
}

async function sweep(folder: string, before: Date, keep: ReadonlySet<string>): Promise<number> {
  let removed = 0
  for (const name of await readdir(folder).catch(() => [])) {
    if (keep.has(name)) continue
    const file = path.join(folder, name)
    const facts = await stat(file).catch(() => null) // another sweep may have been faster
    if (!facts || facts.mtime >= before) continue
    await removeFile(file)
    removed++
  }
  return removed
}

async function removeFile(file: string): Promise<void> {
  await unlink(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
}

/** Syncs a file or a folder; Windows opens no folders and needs none of it. */
async function syncPath(target: string): Promise<void> {
  const handle = await open(target, process.platform === 'win32' ? 'r+' : 'r').catch((error: NodeJS.ErrnoException) => {
    if (process.platform === 'win32' && ['EISDIR', 'EPERM', 'EACCES'].includes(error.code ?? '')) return null
    throw error
  })
  try {
    await handle?.sync()
  } finally {
    await handle?.close()
  }
}
