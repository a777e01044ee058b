import fc from 'fast-check'
import { expect, it } from 'vitest'
import { becameAvailable } from '../../../src/modules/checkout/stock.ts'
import { worthIndexing } from '../../../src/modules/engagement/index.ts'

it('says only of the last piece and of the first that something changed', () => {
  expect(becameAvailable(0, { available: -1 })).toBe(false)
  expect(becameAvailable(3, { available: 3 })).toBe(true)
  expect(becameAvailable(1, { available: -1 })).toBeNull()
  expect(becameAvailable(0, { available: 0 })).toBeNull()
  fc.assert(
    fc.property(fc.nat(100), fc.array(fc.integer({ min: -20, max: 20 })), (start, moves) => {
      let [level, sellable] = [start, start > 0]
      for (const by of moves.filter((move) => move !== 0)) {
        if (level + by < 0) continue
        level += by
        sellable = becameAvailable(level, { available: by }) ?? sellable
      }
      expect(sellable).toBe(level > 0)
    }),
  )
})

it('a counter’s document is never more than a twentieth behind', () => {
  let indexed = 0
  for (let count = 0; count <= 50_000; count++) {
    if (worthIndexing(count)) indexed = count
    expect(count - indexed).toBeLessThanOrEqual(count / 20)
  }
})
