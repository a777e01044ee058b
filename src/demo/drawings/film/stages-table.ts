import { prng } from '../prng.mjs'
import type { Layer } from './canvas.ts'
import { breathe, type Panes, type Rgb, spot, streak } from './light.ts'
import type { Stage } from './stage.ts'
import { ease, layersOf, put, viewsOf } from './stage-kit.ts'
import { dropsOnGlass, flicker, rainfall, steam } from './weather.ts'

const levels = 56

/** Water from the kettle for six seconds; the server fills while it drips. */
export async function pourOver(seconds: number): Promise<Stage> {
  const steps = new Map<number, Layer[]>()
  const at = async (level: number): Promise<Layer[]> => {
    const step = Math.round(level * levels)
    const known = steps.get(step) ?? (await layersOf('coffee-pour', { level: step / levels }))
    steps.set(step, known)
    return known
  }
  const spout: readonly [number, number][] = Array.from({ length: 25 }, (_, i) => {
    const [k, q] = [i / 24, 1 - i / 24]
    const curve = (a: number, b: number, c: number, d: number): number => a * q ** 3 + 3 * b * q * q * k + 3 * c * q * k * k + d * k ** 3
    return [curve(372, 344, 336, 334), curve(334, 350, 430, 584)]
  })
  return {
    path: [
      [0, 400, 640, 1.08],
      [4.8, 370, 680, 1.34],
      [6.4, 640, 760, 1.4],
      [seconds, 660, 770, 1.5],
    ],
    poster: 3,
    async shot(frame, t, camera) {
      const [far, mid] = viewsOf(camera)
      const layers = await at(0.24 + 0.76 * ease(t, 0.4, 8.5))
      put(frame, layers, 0, far)
      put(frame, layers, 1, mid)
      // The stream ends from above: its tail still falls.
      const tail = Math.max(0, (t - 5.8) / 0.35)
      for (let i = 1; i < spout.length; i += 1) {
        if (i / spout.length < tail) continue
        const [[ax, ay], [bx, by]] = [spout[i - 1]!, spout[i]!]
        const wave = (k: number): number => Math.sin(k * 0.9 - t * 19) * 1.5 * (k / 24)
        streak(frame, mid, [ax + wave(i - 1), ay, bx + wave(i), by], 9 + Math.sin(i * 1.3 - t * 23) * 1.6, [226, 238, 238], 0.85)
        streak(frame, mid, [ax - 2 + wave(i - 1), ay, bx - 2 + wave(i), by], 3, [255, 255, 255], 0.9)
      }
      if (tail < 1)
        for (const [k, r] of [
          [0, 1],
          [0.5, 1.4],
        ] as const)
          spot(frame, mid, 334, 588, 24 + ((t * 1.7 + k) % 1) * 50 * r, [196, 140, 96], 0.5 * (1 - ((t * 1.7 + k) % 1)), { flat: 0.24 })
      for (const phase of [0, 0.5]) {
        const fall = (t * 1.5 + phase) % 1
        if (t < 8.6) spot(frame, mid, 330, 800 + fall * fall * 130, 6, [70, 34, 18], 0.9, { flat: 1.5, fall: 1 })
      }
      steam(frame, mid, t, 334, 590, 270, 0.6)
      steam(frame, mid, t + 4, 630, 930, 150, 0.5)
      breathe(frame)
    },
  }
}

const panesOf = (xs: readonly number[], ys: readonly number[], t = 8): Panes =>
  xs.slice(1).flatMap((x1, i) => ys.slice(1).map((y1, j) => [xs[i]! + t, ys[j]! + t, x1 - t, y1 - t] as const))

/** Rain outside, drops on the panes, steam inside. */
export async function rainTea(): Promise<Stage> {
  const layers = await layersOf('tea-rain')
  const panes = panesOf([122, 326, 574, 794], [70, 415, 768])
  return {
    path: [
      [0, 450, 740, 1.08],
      [5.4, 420, 840, 1.34],
      [6.6, 440, 840, 1.36],
      [8.4, 640, 800, 1.46],
      [12, 650, 800, 1.54],
    ],
    poster: 3,
    shot(frame, t, camera) {
      const [far, mid] = viewsOf(camera)
      put(frame, layers, 0, far)
      rainfall(frame, far, t, 120, [110, 60, 800, 760], panes)
      dropsOnGlass(frame, far, t, 74, [125, 80, 790, 755], panes)
      put(frame, layers, 1, mid)
      steam(frame, mid, t, 408, 778, 300, 0.6)
      steam(frame, mid, t + 3, 640, 976, 130, 0.44)
      steam(frame, mid, t + 6, 180, 984, 120, 0.36)
      breathe(frame)
    },
  }
}

/** The lid trembles in bursts, and lets steam out at its rim. */
export async function potSimmer(): Promise<Stage> {
  const layers = await layersOf('kitchen-steam')
  const burst = (t: number): number => Math.max(0, Math.sin(t * 1.9)) ** 3
  return {
    path: [
      [0, 500, 740, 1.08],
      [5, 590, 770, 1.36],
      [7, 580, 780, 1.38],
      [8.6, 290, 900, 1.56],
      [12, 300, 900, 1.62],
    ],
    poster: 4,
    shot(frame, t, camera) {
      const [far, mid] = viewsOf(camera)
      put(frame, layers, 0, far)
      put(frame, layers, 1, mid)
      const b = burst(t)
      put(frame, layers, 2, mid, { dy: -5 * b * (0.55 + 0.45 * Math.sin(t * 41)), dx: 0.8 * b * Math.sin(t * 33) })
      steam(frame, mid, t, 610, 628, 380, 0.66, 0.14)
      steam(frame, mid, t + 2, 424, 772, 210, 0.16 + 0.5 * b, 0.24)
      steam(frame, mid, t + 5, 800, 772, 210, 0.16 + 0.5 * b, 0.24)
      breathe(frame)
    },
  }
}

/** Windows across the street go on and off; the lamp hums. */
export async function nightNoodles(): Promise<Stage> {
  const layers = await layersOf('noodle-night')
  const panes = panesOf([110, 336, 563, 790], [80, 620])
  const random = prng('windows')
  const colours: readonly Rgb[] = [
    [255, 217, 138],
    [247, 179, 77],
    [255, 233, 190],
    [233, 143, 90],
  ]
  const windows = Array.from({ length: 46 }, (_, i) => ({
    x: 100 + (i % 9) * 84 + random.int(0, 5) * 12,
    y: 320 + random.int(0, 12) * 24,
    colour: colours[random.int(0, 3)]!,
    phase: random.range(0, 6.3),
    tempo: random.range(0.35, 0.9),
  }))
  return {
    path: [
      [0, 450, 680, 1.08],
      [5, 430, 850, 1.36],
      [6.5, 430, 850, 1.38],
      [8, 210, 780, 1.56],
      [10, 210, 780, 1.6],
    ],
    poster: 3,
    shot(frame, t, camera) {
      const [far, mid] = viewsOf(camera)
      put(frame, layers, 0, far)
      for (const { x, y, colour, phase, tempo } of windows)
        streak(frame, far, [x + 4, y, x + 4, y + 10], 8, colour, 0.85 * ease(Math.sin(t * tempo + phase), 0.05, 0.2), panes)
      spot(frame, far, 470, 330, 430, [255, 206, 120], 0.1 * flicker(t, 5), { mode: 'light' })
      put(frame, layers, 1, mid)
      spot(frame, mid, 430, 860, 430, [255, 214, 140], 0.12 * flicker(t, 5), { mode: 'light' })
      steam(frame, mid, t, 400, 840, 420, 0.72)
      steam(frame, mid, t + 5, 500, 850, 330, 0.46)
      breathe(frame)
    },
  }
}
