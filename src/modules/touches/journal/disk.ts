import { mkdir, open, readdir, unlink } from 'node:fs/promises'
import path from 'node:path'

/** A file of the journal while it grows. */
export interface Segment {
  write(bytes: Buffer): Promise<void>
  /** Returns when the bytes written so far survive a power cut. */
  sync(): Promise<void>
  close(): Promise<void>
}

/** The few operations that the journal needs, so that tests can fill the disk, break it, or pull its plug. */
export interface Disk {
  /** A new, empty file whose name is durable too. */
  create(name: string): Promise<Segment>
  list(): Promise<string[]>
  /** Bytes of a file from `from` to `to` (its end, if not given). */
  read(name: string, from: number, to?: number): Promise<Buffer>
  remove(name: string): Promise<void>
}

/** The journal's folder on a real disk; made when it is missing. Two processes must not share one. */
export async function folderDisk(dir: string): Promise<Disk> {
  await mkdir(dir, { recursive: true })
  const at = (name: string) => path.join(dir, name)
  return {
    create: (name) => createSegment(dir, at(name)),
    list: async () => (await readdir(dir)).filter((name) => name.endsWith('.log')).sort(),
    read: (name, from, to) => readPart(at(name), from, to),
    remove: (name) => unlink(at(name)),
  }
}

async function createSegment(dir: string, file: string): Promise<Segment> {
  const handle = await open(file, 'ax')
  try {
    await syncFolder(dir)
  } catch (error) {
    await handle.close()
    throw error
  }
  return {
    async write(bytes) {
      for (let done = 0; done < bytes.length; ) done += (await handle.write(bytes, done)).bytesWritten
    },
    sync: () => handle.datasync(),
    close: () => handle.close(),
  }
}

async function readPart(file: string, from: number, to: number | undefined): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const bytes = Buffer.alloc(Math.max(0, (to ?? (await handle.stat()).size) - from))
    let done = 0
    while (done < bytes.length) {
      const { bytesRead } = await handle.read(bytes, done, bytes.length - done, from + done)
      if (bytesRead === 0) break
      done += bytesRead
    }
    return bytes.subarray(0, done)
  } finally {
    await handle.close()
  }
}

/** A new file is lost at a power cut until its folder has been synced. Windows cannot open a folder and needs none of it. */
async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(dir, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
