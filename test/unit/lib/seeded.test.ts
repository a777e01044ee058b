import { describe, expect, it } from 'vitest'
import { seeded } from '../../../src/lib/seeded.ts'

describe('numbers from a seed', () => {
  it('are the same for the same text and others for another', () => {
    const row = (text: string) => Array.from({ length: 20 }, seeded(text).next)
    expect(row('a')).toEqual(row('a'))
    expect(row('a')).not.toEqual(row('b'))
    expect(row('种草')).not.toEqual(row('种花'))
  })

  it('spread evenly between their ends, both included', () => {
    const { between } = seeded('dice')
    const counts = new Map<number, number>()
    for (let turn = 0; turn < 6000; turn++) {
      const side = between(1, 6)
      counts.set(side, (counts.get(side) ?? 0) + 1)
    }
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6])
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })

  it('pick by weight, and never what weighs nothing', () => {
    const { weighted } = seeded('scales')
    const picked = Array.from({ length: 2000 }, () =>
      weighted(['never', 'seldom', 'often'], (word) => ({ never: 0, seldom: 1, often: 9 })[word] ?? 0),
    )
    expect(picked).not.toContain('never')
    expect(picked.filter((word) => word === 'seldom').length).toBeGreaterThan(120)
    expect(picked.filter((word) => word === 'seldom').length).toBeLessThan(280)
  })

  it('refuse to pick from nothing', () => {
    expect(() => seeded('empty').pick([])).toThrow('Nothing')
  })
})
