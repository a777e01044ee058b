import { describe, expect, it, vi } from 'vitest'
import { faultsAllowed, makeFailpoint, parseFailpoint } from '../../../src/lib/failpoints.ts'

describe('failpoints', () => {
  it.each([
    ['after-commit', { name: 'after-commit', hit: 1 }],
    ['after-commit:3', { name: 'after-commit', hit: 3 }],
    ['before-commit:place order', { name: 'before-commit:place order', hit: 1 }],
    ['before-commit:place order:20', { name: 'before-commit:place order', hit: 20 }],
    ['journal:0', { name: 'journal', hit: 1 }],
  ])('reads %s', (text, expected) => {
    expect(parseFailpoint(text)).toEqual(expected)
  })

  const dies = (env: Record<string, string>, hits: string[]): number[] => {
    let hit = 0
    const at: number[] = []
    const failpoint = makeFailpoint(env, () => at.push(hit))
    for (const name of hits) {
      hit += 1
      failpoint(name)
    }
    return at
  }

  it('dies at the wanted hit of the named place, and at no other', () => {
    expect(dies({ FAILPOINT: 'b:2' }, ['a', 'b', 'c', 'b', 'b'])).toEqual([4])
    expect(dies({ FAILPOINT: 'b' }, ['a', 'c'])).toEqual([])
  })

  it('does nothing when nobody asks for it', () => {
    const die = vi.fn()
    makeFailpoint({}, die)('after-commit')
    makeFailpoint({ FAILPOINT: '' }, die)('')
    expect(die).not.toHaveBeenCalled()
  })

  it('is dead in production unless that is allowed by name', () => {
    expect(dies({ FAILPOINT: 'a', NODE_ENV: 'production' }, ['a'])).toEqual([])
    expect(dies({ ALLOW_FAILPOINTS: '1', FAILPOINT: 'a', NODE_ENV: 'production' }, ['a'])).toEqual([1])
    expect([faultsAllowed({}), faultsAllowed({ NODE_ENV: 'test' }), faultsAllowed({ NODE_ENV: 'production' })]).toEqual([true, true, false])
  })
})
