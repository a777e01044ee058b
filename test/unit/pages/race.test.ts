import { describe, expect, it } from 'vitest'
import { KeptRows } from '../../../src/flows/pages/kept-rows.ts'
import { collectShown, keptByPages } from '../../../src/flows/pages/page-shows.ts'
import { newId } from '../../../src/lib/ids.ts'
import { TagCollector, tag } from '../../../src/lib/page-tags.ts'
import { type Purge, PurgeFollower, type PurgeLog } from '../../../src/server/pages/follower.ts'
import { PageCache } from '../../../src/server/pages/page-cache.ts'
import { keyOf, rendered, sleep, textOf } from './kit.ts'

/** The purge log of a database that is always there. */
class MemoryLog implements PurgeLog {
  readonly rows: Purge[] = []
  append(tags: readonly string[]): void {
    this.rows.push({ id: newId(), tags })
  }
  async after(id: string, limit: number): Promise<Purge[]> {
    return this.rows.filter((row) => row.id > id).slice(0, limit)
  }
  async head(): Promise<string | null> {
    return this.rows.at(-1)?.id ?? null
  }
}

/** Documents with versions; a page shows some of them, reads them one after the other, slowly. */
class World {
  readonly version = [0, 0, 0]
  readonly changes: { doc: number; version: number; at: number; appliedAt: number }[] = []
  constructor(private readonly log: MemoryLog) {}

  /** With rows that are kept between renders, or without. */
  readonly renderWith =
    (rows?: KeptRows) =>
    async ({ url }: { url: string }) => {
      const collector = new TagCollector()
      const seen: string[] = []
      const read = async () => {
        for (const doc of url.split(',')) {
          const found = await keptByPages([doc], { kind: 'doc', read: this.read, shown: (_row, id) => [tag.piece(id)] })
          seen.push(`${doc}=${found.get(doc)}`)
        }
      }
      await collectShown(collector, read, rows)
      return rendered(seen.join(' ') + ' '.repeat(Math.random() < 0.3 ? 600 : 0), [...collector.tags])
    }
  private readonly read = async (docs: readonly string[]): Promise<Map<string, number>> => {
    await this.wait()
    const found = new Map(docs.map((doc) => [doc, this.version[Number(doc)] ?? 0]))
    await this.wait()
    return found
  }
  /** The change and its purge become visible together, as in one transaction. */
  change(doc: number): World['changes'][number] {
    const version = (this.version[doc] ?? 0) + 1
    this.version[doc] = version
    const change = { doc, version, at: performance.now(), appliedAt: Number.POSITIVE_INFINITY }
    this.changes.push(change)
    this.log.append([tag.piece(String(doc))])
    return change
  }
  /** The latest version whose author had been told by a moment that nobody sees the one before any more, or that was committed so many ms ago. */
  owed(doc: number, moment: number, allowedMs: number): number {
    return Math.max(
      0,
      ...this.changes
        .filter((one) => one.doc === doc && (one.appliedAt < moment || one.at < moment - allowedMs))
        .map(({ version }) => version),
    )
  }
  private readonly wait = (): Promise<void> => (Math.random() < 0.3 ? Promise.resolve() : sleep(Math.random() * 4))
}

const urls = ['0', '1', '2', '0,1', '1,2', '0,1,2']
const parts = (text: string): [doc: number, version: number][] =>
  text
    .trim()
    .split(' ')
    .map((part) => part.split('=').map(Number) as [number, number])

interface Rules {
  everyMs: number
  /** Whether the process that changes looks at once and waits for it. */
  poke: boolean
  /** How old an answer may be at its request where nobody looked at once. */
  allowedMs: number
  /** Whether rows are kept between renders. */
  rows?: boolean
}

/** How often a render took a row that another one had read. */
let shared = 0

/** What is purged at once: rows, then pages. */
const both = (rows: KeptRows, pages: PageCache) => ({
  purge(tags: ReadonlySet<string>) {
    rows.purge(tags)
    pages.purge(tags)
  },
  purgeAll() {
    rows.purgeAll()
    pages.purgeAll()
  },
})

/** Readers, writers and a follower at random; answers how many answers were older than they may be. */
async function interleave({ everyMs, poke, allowedMs, rows: keeps = false }: Rules): Promise<number> {
  let old = 0
  const log = new MemoryLog()
  const world = new World(log)
  const rows = new KeptRows({ most: 4, maxAgeMs: 60_000, now: () => performance.now(), current: () => true })
  const cache = new PageCache({ maxBytes: 1e6, render: world.renderWith(keeps ? rows : undefined) })
  const follower = new PurgeFollower(log, both(rows, cache), { everyMs, onError: () => {} })
  await follower.start()
  const reader = async () => {
    for (let index = 0; index < 6; index += 1) {
      await sleep(Math.random() * 5)
      const url = urls[Math.floor(Math.random() * urls.length)] ?? '0'
      const asked = performance.now()
      const page = await cache.get(keyOf(url))
      for (const [doc, version] of parts(textOf(page as never))) {
        if (version < world.owed(doc, asked, allowedMs)) old += 1
      }
    }
  }
  const writer = async () => {
    for (let index = 0; index < 5; index += 1) {
      await sleep(Math.random() * 6)
      const change = world.change(Math.floor(Math.random() * 3))
      if (!poke) continue
      await follower.poke()
      change.appliedAt = performance.now()
    }
  }
  await Promise.all([...Array.from({ length: 8 }, reader), writer(), writer()])
  await follower.poke()
  for (const url of urls) {
    const page = cache.kept(keyOf(url))
    for (const [doc, version] of page ? parts(textOf(page)) : []) expect(version, `kept page ${url} is old`).toBe(world.version[doc])
  }
  for (const doc of [0, 1, 2]) {
    const kept = rows.get<number>(`doc ${doc}`)
    if (kept) expect(kept.value, `kept row ${doc} is old`).toBe(world.version[doc])
  }
  shared += rows.stats.hits
  await follower.stop()
  return old
}

async function rounds(given: Rules): Promise<number> {
  let old = 0
  for (let round = 0; round < 12; round += 1)
    old += (await Promise.all(Array.from({ length: 20 }, () => interleave(given)))).reduce((sum, one) => sum + one, 0)
  return old
}

describe('purges and renders at the same time', () => {
  it('leave no answer older than its request in the process that made the change', async () => {
    expect(await rounds({ everyMs: 5000, poke: true, allowedMs: Number.POSITIVE_INFINITY })).toBe(0)
  })

  it('leave no answer older than a look of a process that follows', async () => {
    expect(await rounds({ everyMs: 40, poke: false, allowedMs: 500 })).toBe(0)
  })

  it('leave no old answer where renders share rows', async () => {
    expect(await rounds({ everyMs: 5000, poke: true, allowedMs: Number.POSITIVE_INFINITY, rows: true })).toBe(0)
    expect(await rounds({ everyMs: 40, poke: false, allowedMs: 500, rows: true })).toBe(0)
    expect(shared).toBeGreaterThan(100)
  })
})
