import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datedBars, drawChart, scaleStep } from '../../../src/ui/studio/chart.ts'
import { bucketsOf, changeOf, type DayView } from '../../../src/ui/studio/days-view.ts'
import { studioHref } from '../../../src/ui/studio/studio-href.ts'
import { dayPart } from '../../../src/ui/studio/time-of-day.ts'

const box = { width: 720, height: 290, left: 56, top: 34, foot: 34 }
const amounts = fc.nat({ max: 5_000_000 })
const bars = fc.array(fc.record({ up: amounts, down: amounts }), { minLength: 1, maxLength: 40 })

describe('the bars of the chart', () => {
  it('stay inside the drawing, keep their order and never overlap, whatever the numbers', () => {
    fc.assert(
      fc.property(bars, (given) => {
        const { bars: drawn, zero } = drawChart(given, box, 100)
        drawn.forEach((bar, at) => {
          expect(bar.x).toBeGreaterThanOrEqual((drawn[at - 1]?.x ?? box.left - 1) + (at > 0 ? bar.width : 0))
          expect(bar.x + bar.width).toBeLessThanOrEqual(box.width + 0.001)
          if (bar.up) expect(bar.up.y).toBeGreaterThanOrEqual(box.top - 1.6)
          if (bar.up) expect(bar.up.y + bar.up.height).toBeCloseTo(zero)
          if (bar.down) expect(bar.down.y + bar.down.height).toBeLessThanOrEqual(box.height - box.foot + 3.1)
        })
      }),
    )
  })

  it('are as high as their numbers say, on one scale, and are not there for nothing', () => {
    const {
      bars: drawn,
      ticks,
      zero,
    } = drawChart(
      [
        { up: 200, down: 0 },
        { up: 100, down: 100 },
        { up: 0, down: 0 },
      ],
      box,
    )
    expect(drawn[0]?.up?.height).toBeCloseTo(2 * (drawn[1]?.up?.height ?? 0))
    expect(drawn[2]).toMatchObject({ up: null, down: null })
    const top = ticks.at(-1)
    expect((drawn[0]?.up?.height ?? 0) / (zero - (top?.y ?? 0))).toBeCloseTo(200 / (top?.value ?? 1))
  })

  it('mark the highest, the latest of equals, and none where all are empty', () => {
    expect(
      drawChart(
        [
          { up: 5, down: 0 },
          { up: 9, down: 0 },
          { up: 9, down: 0 },
        ],
        box,
      ).peak,
    ).toBe(2)
    expect(drawChart([{ up: 0, down: 3 }], box).peak).toBeNull()
  })

  it('have a scale of round numbers, at most five of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (max) => {
        const step = scaleStep(max)
        expect(['1', '2', '5']).toContain(String(step)[0])
        expect(Math.ceil(max / step)).toBeLessThanOrEqual(4)
      }),
    )
    expect(scaleStep(30, 100)).toBe(100)
  })

  it('carry the first and the last date, and no two so close that the words touch', () => {
    expect(datedBars(30)).toEqual([0, 7, 14, 21, 29])
    expect(datedBars(14)).toEqual([0, 7, 13])
    expect(datedBars(13)).toEqual([0, 4, 8, 12])
    expect(datedBars(7)).toEqual([0, 3, 6])
    expect(datedBars(1)).toEqual([0])
    expect(datedBars(0)).toEqual([])
  })
})

describe('days put together', () => {
  const day = fc.record({ views: amounts, clicks: amounts, orders: amounts, earned: amounts, reversed: amounts })
  const some = fc.array(day, { maxLength: 100 }).map((days) => days.map((one, at): DayView => ({ day: `d${at}`, ...one })))

  it('lose nothing and count nothing twice', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 9 }), (days, size) => {
        const buckets = bucketsOf(days, size)
        for (const name of ['views', 'clicks', 'orders', 'earned', 'reversed'] as const) {
          const sum = (rows: readonly { [key in typeof name]: number }[]) => rows.reduce((all, row) => all + row[name], 0)
          expect(sum(buckets)).toBe(sum(days))
        }
        expect(buckets.at(-1)?.to).toBe(days.at(-1)?.day)
        expect(buckets[0]?.from).toBe(days[0]?.day)
      }),
    )
  })

  it('say how much more than before, and nothing where before was nothing', () => {
    expect(changeOf(112, 100)).toBe(1200)
    expect(changeOf(50, 100)).toBe(-5000)
    expect(changeOf(50, 0)).toBeNull()
  })
})

describe('the dashboard', () => {
  it('keeps what was chosen in its address and leaves the usual out', () => {
    expect(studioHref({ span: 30, metric: 'commission', piece: null })).toBe('.')
    expect(studioHref({ span: 7, metric: 'views', piece: 'x' })).toBe('?days=7&metric=views&piece=x')
  })

  it('greets by the shop’s clock', () => {
    expect(dayPart('2026-11-24T22:30:00.000Z', 'Asia/Shanghai')).toBe('morning')
    expect(dayPart('2026-11-24T06:00:00.000Z', 'Asia/Shanghai')).toBe('afternoon')
    expect(dayPart('2026-11-24T12:00:00.000Z', 'Asia/Shanghai')).toBe('evening')
    expect(dayPart('2026-11-24T18:00:00.000Z', 'Asia/Shanghai')).toBe('evening')
  })
})
