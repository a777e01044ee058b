import { prng } from '../prng.mjs'
import type { Frame, View } from './canvas.ts'
import { type Panes, type Rgb, spot, streak } from './light.ts'

const white: Rgb = [255, 255, 255]
const part = (value: number): number => value - Math.floor(value)

/** Steam over a point: puffs that rise, sway and widen. `h` is how high, in scene units; repeats without a seam. */
export function steam(frame: Frame, view: View, t: number, x: number, y: number, h: number, opacity = 0.4, tempo = 0.16): void {
  const puffs = 34
  const random = prng(`steam${x}`)
  for (let i = 0; i < puffs; i += 1) {
    const [lane, phase, wide] = [random.range(-1, 1), random.next(), random.range(0.7, 1.3)]
    const life = part(i / puffs + t * tempo)
    const sway = Math.sin(life * 5 + lane * 2.2 + t * 0.7 + phase * 6) * h * 0.055 * (0.3 + life)
    const shown = Math.sin(Math.PI * Math.min(1, life * 1.05)) ** 1.4 * (1 - life * 0.35)
    const puff = h * 0.075 * wide * (0.5 + life * 1.25)
    spot(frame, view, x + lane * h * 0.07 + sway, y - life * h, puff, white, opacity * shown * 0.42, { flat: 1.5 })
  }
}

/** Rain in the air or on panes. */
export function rainfall(
  frame: Frame,
  view: View,
  t: number,
  count: number,
  area: readonly [number, number, number, number],
  panes?: Panes,
): void {
  const random = prng(`rain${count}`)
  const [x0, y0, x1, y1] = area
  for (let i = 0; i < count; i += 1) {
    const [px, start, speed, long, o] = [
      random.range(x0, x1),
      random.next(),
      random.range(0.55, 1.15),
      random.range(16, 58),
      random.range(0.2, 0.5),
    ]
    const y = y0 + part(start + t * speed) * (y1 - y0 + 80) - 40
    streak(frame, view, [px, y, px - 4, y + long], random.range(1.4, 2.6), white, o, panes)
  }
}

/** Drops that stand on the glass, and some that run. */
export function dropsOnGlass(
  frame: Frame,
  view: View,
  t: number,
  count: number,
  area: readonly [number, number, number, number],
  panes: Panes,
): void {
  const random = prng(`drops${count}`)
  const [x0, y0, x1, y1] = area
  for (let i = 0; i < count; i += 1) {
    const [x, y, r, runs, phase] = [random.range(x0, x1), random.range(y0, y1), random.range(2.4, 6), random.next() < 0.24, random.next()]
    const fall = runs ? part(phase + t * 0.09) * (y1 - y0) : 0
    const at = runs ? y0 + fall : y
    if (runs) streak(frame, view, [x, at - 70, x, at], 2.2, white, 0.16, panes)
    spot(frame, view, x + (runs ? Math.sin(at / 26) * 4 : 0), at, r, white, 0.62, { flat: 1.3, panes, fall: 1 })
  }
}

/** Snow: near flakes are large and quick. */
export function snowfall(
  frame: Frame,
  view: View,
  t: number,
  count: number,
  area: readonly [number, number, number, number],
  panes?: Panes,
): void {
  const random = prng(`snow${count}`)
  const [x0, y0, x1, y1] = area
  for (let i = 0; i < count; i += 1) {
    const [px, start, size, phase] = [random.range(x0, x1), random.next(), random.range(0.3, 1), random.range(0, 6.3)]
    const y = y0 + part(start + t * (0.035 + size * 0.055)) * (y1 - y0)
    spot(frame, view, px + Math.sin(t * 0.9 + phase) * 16 * size, y, 2.6 + size * 5, white, 0.45 + size * 0.45, { panes, fall: 1.2 })
  }
}

/** Stars that twinkle, each in its own time. */
export function twinkle(
  frame: Frame,
  view: View,
  t: number,
  count: number,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
): void {
  const random = prng(`stars${count}`)
  for (let i = 0; i < count; i += 1) {
    const [x, y, r, phase, tempo] = [
      random.range(x0, x1),
      random.range(y0, y1),
      random.range(2.4, 5.4),
      random.range(0, 6.3),
      random.range(0.7, 2.2),
    ]
    spot(frame, view, x, y, r, [255, 243, 214], 0.25 + 0.65 * Math.max(0, Math.sin(t * tempo + phase)) ** 2, { mode: 'light' })
  }
}

/** A fire's light: 1 on average, never still, never jumping. */
export const flicker = (t: number, seed = 0): number =>
  1 + 0.09 * Math.sin(t * 7.3 + seed) + 0.06 * Math.sin(t * 13.1 + seed * 2.3) + 0.05 * Math.sin(t * 3.7 + seed * 1.7)

/** Banks of mist that drift along a height. */
export function drift(frame: Frame, view: View, t: number, y: number, opacity: number, speed = 26): void {
  for (let i = 0; i < 5; i += 1) {
    const x = part((i * 0.23 + (t * speed) / 1700) % 1) * 1700 - 400
    spot(frame, view, x, y + (i % 3) * 22 - 20, 330 + (i % 2) * 90, [246, 243, 234], opacity * (0.7 + 0.3 * Math.sin(t * 0.4 + i)), {
      flat: 0.16,
    })
  }
}

/** Rings where drops fall on water: x0, y0, x1, y1. */
export function ripples(
  frame: Frame,
  view: View,
  t: number,
  count: number,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
): void {
  const random = prng(`rings${count}`)
  for (let i = 0; i < count; i += 1) {
    const [phase, tempo] = [random.next(), random.range(0.5, 0.9)]
    const turn = Math.floor(phase + t * tempo)
    const life = part(phase + t * tempo)
    const place = prng(`ring${i}-${turn}`)
    const [x, y, r] = [place.range(x0, x1), place.range(y0, y1), 6 + life * 34]
    for (let k = 0; k < 26; k += 1) {
      const [a, b] = [(k / 26) * Math.PI * 2, ((k + 1) / 26) * Math.PI * 2]
      const flat = 0.26
      streak(
        frame,
        view,
        [x + Math.cos(a) * r, y + Math.sin(a) * r * flat, x + Math.cos(b) * r, y + Math.sin(b) * r * flat],
        2.2,
        [220, 230, 240],
        0.55 * (1 - life),
      )
    }
  }
}
