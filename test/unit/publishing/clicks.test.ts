import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type PieceClick, sumClicks } from '../../../src/modules/publishing/clicks.ts'

const click = fc.record({
  piece: fc.constantFrom('p1', 'p2'),
  creator: fc.constant('c'),
  placement: fc.constantFrom(null, '1', '2'),
  at: fc.integer({ min: Date.parse('2026-11-01'), max: Date.parse('2026-11-04') }),
})

it('every click is in exactly one sum, and the order of clicks changes nothing', () => {
  fc.assert(
    fc.property(fc.array(click), (clicks) => {
      const sums = sumClicks(clicks, 'Asia/Shanghai')
      expect(sums.reduce((total, sum) => total + sum.clicks, 0)).toBe(clicks.length)
      expect(new Set(sums.map(({ piece, placement, day }) => `${piece} ${placement} ${day}`)).size).toBe(sums.length)
      expect(sumClicks(clicks.toReversed(), 'Asia/Shanghai')).toEqual(sums)
    }),
  )
})

it('the day is the site’s, not the machine’s', () => {
  const at = (time: string): PieceClick => ({ piece: 'p', creator: 'c', placement: null, at: Date.parse(time) })
  const days = (timeZone: string) => sumClicks([at('2026-11-02T15:59:59.999Z'), at('2026-11-02T16:00:00Z')], timeZone).map(({ day }) => day)
  expect(days('Asia/Shanghai')).toEqual(['2026-11-02', '2026-11-03'])
  expect(days('America/New_York')).toEqual(['2026-11-02'])
})
