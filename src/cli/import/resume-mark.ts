import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** How far an import of one file came: kept beside the data while it runs, gone when it is through. */
export interface ResumeMark {
  /** Products that are in the shop already; 0 for a new import. */
  from: number
  /** Remembers that this many are in; cheap enough for every product, written at most about four times a second. */
  reach(done: number): Promise<void>
  /** Writes what `reach` still holds back: before stopping. */
  keep(): Promise<void>
  forget(): Promise<void>
}

const pauseMs = 250

/** The mark of these bytes with these options. Another file, or the same one with other options, begins anew. */
export async function resumeMark(dataDir: string, file: string, options: Record<string, unknown>): Promise<ResumeMark> {
  const hash = createHash('sha256').update(JSON.stringify(options))
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  const folder = path.join(dataDir, 'imports')
  const place = path.join(folder, `${hash.digest('hex').slice(0, 32)}.json`)
  let reached = await readMark(place)
  let writtenAt = 0
  const write = async () => {
    writtenAt = performance.now()
    await mkdir(folder, { recursive: true })
    await writeFile(`${place}.new`, JSON.stringify({ done: reached }))
    await rename(`${place}.new`, place)
  }
  return {
    from: reached,
    async reach(done) {
      reached = done
      if (performance.now() - writtenAt > pauseMs) await write()
    },
    keep: write,
    forget: () => rm(place, { force: true }),
  }
}

async function readMark(place: string): Promise<number> {
  try {
    const { done } = JSON.parse(await readFile(place, 'utf8')) as { done?: unknown }
    return typeof done === 'number' && Number.isSafeInteger(done) && done > 0 ? done : 0
  } catch {
    return 0 // None, or one that was cut off: products that are in are found again.
  }
}
