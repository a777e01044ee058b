/** Geometry of the studio's bar chart: pure numbers, so that what is drawn can be tested. */

/** One bar: upwards what came in, downwards what was taken back. Both from zero up. */
export interface Bar {
  up: number
  down: number
}

/** Measures of a drawing, in its own units. `top` leaves room for the callout, `foot` for the dates. */
export interface ChartBox {
  width: number
  height: number
  left: number
  top: number
  foot: number
}

export interface DrawnBar {
  x: number
  width: number
  /** Null where there is nothing: no bar of height zero pretends to be one. */
  up: { y: number; height: number } | null
  down: { y: number; height: number } | null
}

export interface DrawnChart {
  ticks: { value: number; y: number }[]
  zero: number
  bars: DrawnBar[]
  /** Where the highest bar is, the latest of equals; null when all are empty. */
  peak: number | null
  /** Width of a bar and its gap. */
  step: number
}

/** What a bar never falls below while it stands for something. */
const least = 1.5
/** Between the zero line and a bar below it. */
const gap = 1.5

/** The step of the scale: 1, 2 or 5 times a power of ten, three or four of them up to `max`, never under `smallest`. */
export function scaleStep(max: number, smallest = 1): number {
  const wanted = max / 3
  if (!(wanted > smallest)) return smallest
  const power = 10 ** Math.floor(Math.log10(wanted))
  const factor = [1, 2, 5, 10].find((one) => one * power >= wanted * 0.999) ?? 10
  return Math.max(smallest, factor * power)
}

/** Places bars on a scale that begins at zero and is the same upwards and downwards. */
export function drawChart(bars: readonly Bar[], box: ChartBox, smallest = 1): DrawnChart {
  const highest = Math.max(0, ...bars.map(({ up }) => up))
  const lowest = Math.max(0, ...bars.map(({ down }) => down))
  const scale = scaleStep(Math.max(highest, lowest), smallest)
  const top = Math.max(1, Math.ceil(highest / scale)) * scale
  const plot = box.height - box.top - box.foot
  const perUnit = plot / (top + lowest)
  const zero = box.top + top * perUnit
  const step = (box.width - box.left) / Math.max(1, bars.length)
  const width = step * 0.78
  return {
    ticks: Array.from({ length: Math.round(top / scale) + 1 }, (_, at) => ({ value: at * scale, y: zero - at * scale * perUnit })),
    zero,
    bars: bars.map(({ up, down }, at) => {
      const height = Math.max(least, up * perUnit)
      return {
        x: box.left + at * step + (step - width) / 2,
        width,
        up: up > 0 ? { y: zero - height, height } : null,
        down: down > 0 ? { y: zero + gap, height: Math.max(least, down * perUnit - gap) } : null,
      }
    }),
    peak: highest > 0 ? bars.reduce((best, bar, at) => (bar.up >= (bars[best]?.up ?? 0) ? at : best), 0) : null,
    step,
  }
}

/** Which bars carry a date: the first of every few, and the last always; none so close to the last that words would touch. */
export function datedBars(count: number): number[] {
  const every = count >= 14 ? 7 : count > 8 ? 4 : 3
  const apart = Math.min(4, every - 1)
  const dated = Array.from({ length: count }, (_, at) => at).filter((at) => at % every === 0 && count - 1 - at >= apart)
  return count === 0 ? [] : [...dated, count - 1]
}
