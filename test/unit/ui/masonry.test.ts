import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CardShape, cardVariables, feedVariables, placeCards } from '../../../src/ui/shop/masonry.ts'

const runs = Number(process.env.FC_RUNS ?? 1000)
const card = fc.record({ tall: fc.constantFrom(1, 4 / 3, 5 / 4), kicker: fc.boolean() })
const cards = fc.array(card, { maxLength: 60 })
const columns = fc.constantFrom(2, 3, 4, 5)
const tall = (height: number): CardShape => ({ tall: height, kicker: false })

describe('the feed puts each card into the shortest column', () => {
  it('fills the first row from left to right, in the order of the ranking', () => {
    const { spots } = placeCards([tall(1), tall(4 / 3), tall(5 / 4)], 3)
    expect(spots.map((spot) => spot.column)).toEqual([0, 1, 2])
    expect(spots.every((spot) => spot.pictures === 0 && spot.cards === 0)).toBe(true)
  })

  it('gives the next card to the column that ends first', () => {
    const { spots } = placeCards([tall(4 / 3), tall(1), tall(1)], 2)
    expect(spots[2]).toEqual({ column: 1, pictures: 1, cards: 1, kickers: 0 })
  })

  it('counts the line above the title: of two pictures alike, the one with a label makes its column taller', () => {
    const { spots } = placeCards([{ tall: 1, kicker: true }, tall(1), tall(1)], 2)
    expect(spots[2]?.column).toBe(1)
  })

  it('never moves a card that is already there when more are loaded', () => {
    fc.assert(
      fc.property(cards, cards, columns, (first, more, count) => {
        const before = placeCards(first, count).spots
        expect(placeCards([...first, ...more], count).spots.slice(0, before.length)).toEqual(before)
      }),
      { numRuns: runs },
    )
  })

  it('lets no card lie over another: what is above a card is exactly what its column held', () => {
    fc.assert(
      fc.property(cards, columns, (all, count) => {
        const { spots, columns: held } = placeCards(all, count)
        const sums = Array.from({ length: count }, () => ({ pictures: 0, cards: 0, kickers: 0 }))
        spots.forEach((spot, at) => {
          const sum = sums[spot.column]!
          expect(spot).toEqual({ column: spot.column, ...sum })
          sum.pictures += all[at]!.tall
          sum.cards += 1
          sum.kickers += all[at]!.kicker ? 1 : 0
        })
        expect(held).toEqual(sums)
      }),
      { numRuns: runs },
    )
  })

  it('keeps columns within one card of each other', () => {
    fc.assert(
      fc.property(fc.array(card, { minLength: 10, maxLength: 60 }), columns, (all, count) => {
        const heights = placeCards(all, count).columns.map((one) => one.pictures * 210 + one.cards * 128 + one.kickers * 25)
        expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(2 * (210 * (4 / 3) + 128 + 25))
      }),
      { numRuns: runs },
    )
  })

  it('gives the screen one column and one top for each number of columns, and the height of the whole', () => {
    const layouts = new Map([2, 3].map((count) => [count, placeCards([tall(1), tall(1), { tall: 1.25, kicker: true }], count)]))
    expect(cardVariables(layouts, 2)).toEqual({
      '--c2': '0',
      '--y2': 'calc(1*var(--w) + 1*var(--cell) + 0*var(--kick))',
      '--c3': '2',
      '--y3': 'calc(0*var(--w) + 0*var(--cell) + 0*var(--kick))',
    })
    expect(feedVariables(layouts)['--h2']).toBe(
      'max(calc(2.25*var(--w) + 2*var(--cell) + 1*var(--kick)),calc(1*var(--w) + 1*var(--cell) + 0*var(--kick)))',
    )
  })
})
