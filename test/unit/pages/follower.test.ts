import { describe, expect, it } from 'vitest'
import { earlier, type Purge, PurgeFollower, type PurgeLog } from '../../../src/server/pages/follower.ts'
import { sleep } from './kit.ts'

/** An id of a moment, as UUIDv7 spells it. */
const idAt = (ms: number, last: number): string => {
  const hex = ms.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${String(last).padStart(12, '0')}`
}
const T = Date.UTC(2026, 10, 1)

function logOf(rows: Purge[]): PurgeLog & { asked: number } {
  const sorted = () => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
  const log = {
    asked: 0,
    async after(id: string, limit: number) {
      log.asked += 1
      return sorted()
        .filter((row) => row.id > id)
        .slice(0, limit)
    },
    async head() {
      return sorted().at(-1)?.id ?? null
    },
  }
  return log
}

function follow(log: PurgeLog, options: Partial<ConstructorParameters<typeof PurgeFollower>[2]> = {}) {
  const purged: string[] = []
  const target = { all: 0, purge: (tags: ReadonlySet<string>) => void purged.push(...tags), purgeAll: () => void target.all++ }
  const follower = new PurgeFollower(log, target, { everyMs: 60_000, onError: () => {}, ...options })
  return { follower, purged, target }
}

describe('the follower of purges', () => {
  it('begins at the end: what lies in the log concerns nobody who has kept nothing', async () => {
    const rows = [{ id: idAt(T, 1), tags: ['old'] }]
    const { follower, purged } = follow(logOf(rows))
    await follower.start()
    rows.push({ id: idAt(T + 1, 2), tags: ['new'] })
    await follower.poke()
    expect(purged).toEqual(['new'])
    await follower.stop()
  })

  it('applies each row once, also those that were committed after later ones', async () => {
    const rows: Purge[] = [{ id: idAt(T, 1), tags: ['a'] }]
    const { follower, purged } = follow(logOf(rows))
    await follower.start()
    rows.push({ id: idAt(T + 9_000, 2), tags: ['late head'] })
    await follower.poke()
    rows.push({ id: idAt(T + 2_000, 3), tags: ['a slow transaction'] })
    await follower.poke()
    await follower.poke()
    expect(purged).toEqual(['late head', 'a slow transaction'])
    await follower.stop()
  })

  it('reads on when many rows came at once', async () => {
    const rows: Purge[] = []
    const { follower, purged } = follow(logOf(rows))
    await follower.start()
    for (let index = 0; index < 1_700; index += 1) rows.push({ id: idAt(T + index, index), tags: [`t${index}`] })
    await follower.poke()
    expect([purged.length, purged[0], purged.at(-1)]).toEqual([1_700, 't0', 't1699'])
    await follower.stop()
  })

  it('does not swallow a call that comes while it reads', async () => {
    const rows: Purge[] = []
    const log = logOf(rows)
    const read = log.after
    log.after = async (id, limit) => {
      const found = await read(id, limit)
      await sleep(10)
      return found
    }
    const { follower, purged } = follow(log)
    await follower.start()
    rows.push({ id: idAt(T, 1), tags: ['a'] })
    const first = follower.poke()
    await sleep(15)
    rows.push({ id: idAt(T + 1, 2), tags: ['b'] })
    await Promise.all([first, follower.poke()])
    expect(purged).toEqual(['a', 'b'])
    await follower.stop()
  })

  it('says that it is behind when the log cannot be read, and forgets everything when rows may have gone unseen', async () => {
    const log = logOf([])
    const errors: unknown[] = []
    const { follower, target } = follow(log, { staleAfterMs: 20, lostAfterMs: 60, onError: (error) => void errors.push(error) })
    await follower.start()
    expect(follower.isCurrent()).toBe(true)
    const { after } = log
    log.after = async () => {
      throw new Error('database is locked')
    }
    await sleep(30)
    await follower.poke()
    expect([follower.isCurrent(), errors.length, target.all]).toEqual([false, 1, 0])
    await sleep(40)
    log.after = after
    await follower.poke()
    expect([follower.isCurrent(), target.all]).toEqual([true, 1])
    await follower.stop()
  })

  it('looks by itself', async () => {
    const rows: Purge[] = []
    const { follower, purged } = follow(logOf(rows), { everyMs: 10 })
    await follower.start()
    rows.push({ id: idAt(T, 1), tags: ['a'] })
    await expect.poll(() => purged).toEqual(['a'])
    await follower.stop()
  })

  it('names the moment before an id', () => {
    expect(earlier(idAt(T, 5), 1000)).toBe(idAt(T - 1000, 0))
    expect(earlier('00000000-0000-7000-8000-000000000000', 1000)).toBe('00000000-0000-7000-8000-000000000000')
  })
})
