import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeCard, spreadSpots } from '../../../src/ui/shop/hotspots.ts'

const ratio = 3 / 4
const px = (a: { x: number; y: number }, b: { x: number; y: number }, shape = ratio) =>
  Math.hypot(((a.x - b.x) / 100) * 328, ((a.y - b.y) / 100) * (328 / shape))

describe('numbers on a picture', () => {
  it('stay where the creator put them while fingers can tell them apart', () => {
    const spots = spreadSpots(
      [
        { x: 52, y: 58 },
        { x: 21.5, y: 75.5 },
      ],
      ratio,
    )
    expect(spots.map(({ x, y, moved }) => ({ x, y, moved }))).toEqual([
      { x: 52, y: 58, moved: false },
      { x: 21.5, y: 75.5, moved: false },
    ])
  })

  it('move the later of two that are closer than 44 px, and remember where it points', () => {
    const [first, second] = spreadSpots(
      [
        { x: 50, y: 50 },
        { x: 52, y: 50 },
      ],
      ratio,
    )
    expect(first?.moved).toBe(false)
    expect(second).toMatchObject({ moved: true, at: { x: 52, y: 50 } })
    expect(px(first!, second!)).toBeGreaterThanOrEqual(44)
  })

  it('part two at the very same place', () => {
    const [first, second] = spreadSpots(
      [
        { x: 30, y: 30 },
        { x: 30, y: 30 },
      ],
      1,
    )
    expect(px(first!, second!, 1)).toBeGreaterThanOrEqual(44)
  })

  it('keep any two at least 44 px apart, and all inside the picture', () => {
    const point = fc.record({ x: fc.double({ min: 8, max: 92, noNaN: true }), y: fc.double({ min: 8, max: 92, noNaN: true }) })
    fc.assert(
      fc.property(point, point, fc.constantFrom(0.75, 0.8, 1, 1.5), (a, b, shape) => {
        const [first, second] = spreadSpots([a, b], shape)
        expect(px(first!, second!, shape)).toBeGreaterThanOrEqual(43.9)
        for (const spot of [first!, second!]) {
          expect(spot.x).toBeGreaterThanOrEqual(7)
          expect(spot.x).toBeLessThanOrEqual(93)
          expect(spot.y).toBeGreaterThanOrEqual(7)
          expect(spot.y).toBeLessThanOrEqual(93)
        }
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 1000) },
    )
  })

  it('keep six in one corner apart, too', () => {
    const near = fc.record({ x: fc.double({ min: 80, max: 92, noNaN: true }), y: fc.double({ min: 80, max: 92, noNaN: true }) })
    fc.assert(
      fc.property(fc.array(near, { minLength: 2, maxLength: 6 }), (points) => {
        const spots = spreadSpots(points, ratio)
        for (const [i, a] of spots.entries()) for (const b of spots.slice(0, i)) expect(px(a, b)).toBeGreaterThanOrEqual(43.9)
      }),
      { numRuns: 300 },
    )
  })

  it('open the card below a spot at the top edge and above one at the bottom', () => {
    expect(placeCard({ x: 50, y: 8 }, [], ratio)).toEqual({ side: 'down', shift: 0, gap: 0 })
    expect(placeCard({ x: 50, y: 92 }, [], ratio)).toEqual({ side: 'up', shift: 0, gap: 0 })
  })

  it('open the card to the side where it covers no other number', () => {
    expect(placeCard({ x: 50, y: 50 }, [{ x: 55, y: 36 }], ratio).side).toBe('down')
    expect(placeCard({ x: 50, y: 50 }, [{ x: 55, y: 64 }], ratio).side).toBe('up')
  })

  it('never cover another of up to three numbers with a card, on the narrowest picture and on wider ones', () => {
    const point = fc.record({ x: fc.double({ min: 15, max: 85, noNaN: true }), y: fc.double({ min: 12, max: 88, noNaN: true }) })
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 3 }), fc.integer({ min: 328, max: 640 }), (points, width) => {
        const spots = spreadSpots(points, ratio)
        for (const [at, spot] of spots.entries()) {
          const others = spots.toSpliced(at, 1)
          const place = placeCard(spot, others, ratio)
          const box = cardBox(spot, place, width)
          for (const other of others) expect(isUnder(other, box, width)).toBe(false)
        }
      }),
      { numRuns: 300, seed: 20261125, endOnFailure: true },
    )
  })
})

/** The card as the style sheet draws it, in px of a picture so wide. */
function cardBox(spot: { x: number; y: number }, { side, shift, gap }: ReturnType<typeof placeCard>, width: number) {
  const [x, y] = [(spot.x / 100) * width, ((spot.y / 100) * width) / ratio]
  const left = Math.min(width - 240, Math.max(8, x - 116 + shift))
  const reach = 26 + ((gap / 100) * width) / ratio
  const top = side === 'up' ? y - reach - 76 : y + reach
  return { left, right: left + 232, top, bottom: top + 76 }
}

const isUnder = (spot: { x: number; y: number }, box: ReturnType<typeof cardBox>, width: number) => {
  const [x, y] = [(spot.x / 100) * width, ((spot.y / 100) * width) / ratio]
  return x > box.left - 12 && x < box.right + 12 && y > box.top - 12 && y < box.bottom + 12
}
