import { describe, expect, it } from 'vitest'
import { KeptRows } from '../../../src/flows/pages/kept-rows.ts'
import { collectShown, keptByPages, keptPart, pageShows } from '../../../src/flows/pages/page-shows.ts'
import { TagCollector, tag } from '../../../src/lib/page-tags.ts'

function shop({ most = 100 } = {}) {
  const state = { now: 0, current: true, reads: [] as string[][], between: () => {} }
  const rows = new KeptRows({ most, maxAgeMs: 60_000, now: () => state.now, current: () => state.current })
  const read = async (ids: string[]) => {
    state.reads.push(ids)
    const found = new Map(ids.filter((id) => id !== 'none').map((id) => [id, { id, list: [id] }]))
    state.between()
    return found
  }
  const show = async (...ids: string[]) => {
    const collector = new TagCollector()
    const rules = { kind: 'row', read, shown: (_row: unknown, id: string) => [tag.piece(id)], silent: () => [tag.counts('all')] }
    return { tags: collector.tags, found: await collectShown(collector, () => keptByPages(ids, rules), rows) }
  }
  return { state, rows, show, read }
}

describe('rows between renders', () => {
  it('are read once, and a page that takes them says what it shows', async () => {
    const { state, show } = shop()
    await show('a', 'b')
    const { tags, found } = await show('a', 'c')
    expect(state.reads).toEqual([['a', 'b'], ['c']])
    expect([...found.keys()].sort()).toEqual(['a', 'c'])
    expect([...tags].sort()).toEqual(['piece:a', 'piece:c'])
  })

  it('are read again after a purge of what they are, of what moves in them, and of the site', async () => {
    for (const purged of [tag.piece('a'), tag.counts('all'), tag.site()]) {
      const { state, rows, show } = shop()
      await show('a')
      rows.purge(new Set([tag.piece('other')]))
      await show('a')
      expect(state.reads).toHaveLength(1)
      rows.purge(new Set([purged]))
      await show('a')
      expect(state.reads, purged).toHaveLength(2)
    }
  })

  it('are not kept when something was purged while they were read', async () => {
    const { state, rows, show } = shop()
    state.between = () => rows.purge(new Set([tag.piece('a')]))
    await show('a')
    expect(rows.size).toBe(0)
    state.between = () => rows.purgeAll()
    await show('a')
    expect(rows.size).toBe(0)
  })

  it('are neither used nor kept while purges cannot be read', async () => {
    const { state, rows, show } = shop()
    await show('a')
    state.current = false
    await show('a', 'b')
    expect(state.reads.at(-1)).toEqual(['a', 'b'])
    state.current = true
    await show('b')
    expect(state.reads).toHaveLength(3)
    rows.purgeAll()
    expect([rows.size, rows.tagCount]).toEqual([0, 0])
  })

  it('are read again after a minute', async () => {
    const { state, show } = shop()
    await show('a')
    state.now = 60_000
    await show('a')
    expect(state.reads).toHaveLength(1)
    state.now = 60_001
    await show('a')
    expect(state.reads).toHaveLength(2)
  })

  it('are bounded: the oldest go, with their tags', async () => {
    const { rows, show } = shop({ most: 2 })
    await show('a', 'b', 'c')
    expect([rows.size, rows.tagCount]).toEqual([2, 3])
    expect(rows.get('row a')).toBeUndefined()
    rows.purge(new Set([tag.piece('b'), tag.piece('c')]))
    expect([rows.size, rows.tagCount]).toEqual([0, 0])
  })

  it('cannot be changed by one page for another', async () => {
    const { show } = shop()
    await show('a')
    const { found } = await show('a')
    expect(() => found.get('a')?.list.push('more')).toThrow()
  })

  it('do not remember what is not there', async () => {
    const { state, show } = shop()
    await show('none')
    await show('none')
    expect(state.reads).toHaveLength(2)
  })

  it('are for pages that are made for keeping: others read for themselves', async () => {
    const { state, rows, show, read } = shop()
    await show('a')
    await keptByPages(['a'], { kind: 'row', read })
    expect(state.reads).toHaveLength(2)
    expect(rows.stats.hits).toBe(0)
  })
})

it('a part of a page brings along everything that it shows', async () => {
  const { rows } = shop()
  let made = 0
  const show = async () => {
    const collector = new TagCollector()
    const part = () =>
      keptPart('outer', async () => {
        pageShows(tag.piece('a'))
        return keptPart('inner', async () => {
          pageShows(tag.creator('b'))
          made += 1
          return made
        })
      })
    return { value: await collectShown(collector, part, rows), tags: [...collector.tags].sort() }
  }
  await show()
  expect(await show()).toEqual({ value: 1, tags: ['creator:b', 'piece:a'] })
  rows.purge(new Set([tag.creator('b')]))
  expect(await show()).toEqual({ value: 2, tags: ['creator:b', 'piece:a'] })
})
