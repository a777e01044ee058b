import type { Disk, Segment } from '../../../src/modules/touches/journal/index.ts'

/** A disk that can be slow, full, or broken, and whose plug can be pulled: only synced bytes survive. */
export class MemoryDisk implements Disk {
  files = new Map<string, { bytes: Buffer; synced: number }>()
  free = Number.POSITIVE_INFINITY
  failSyncs = 0
  delay = (): number => 0

  async create(name: string): Promise<Segment> {
    if (this.free <= 0) throw new Error('ENOSPC')
    const file = { bytes: Buffer.alloc(0), synced: 0 }
    this.files.set(name, file)
    return {
      write: async (bytes) => {
        const room = Math.min(bytes.length, this.free)
        file.bytes = Buffer.concat([file.bytes, bytes.subarray(0, room)])
        this.free -= room
        if (room < bytes.length) throw new Error('ENOSPC')
      },
      sync: async () => {
        const upTo = file.bytes.length
        await new Promise((done) => setTimeout(done, this.delay()))
        if (this.failSyncs-- > 0) throw new Error('EIO')
        file.synced = upTo
      },
      close: async () => {},
    }
  }
  async list() {
    return [...this.files.keys()].sort()
  }
  async read(name: string, from: number, to?: number) {
    return this.files.get(name)?.bytes.subarray(from, to) ?? Buffer.alloc(0)
  }
  async remove(name: string) {
    this.files.delete(name)
  }

  /** What a machine finds after a power cut: synced bytes, and of the rest a random part. */
  pullPlug(): MemoryDisk {
    const after = new MemoryDisk()
    for (const [name, file] of this.files) {
      const kept = file.bytes.subarray(0, file.synced + Math.floor(Math.random() * (file.bytes.length - file.synced + 1)))
      after.files.set(name, { bytes: kept, synced: kept.length })
    }
    return after
  }
}
