import { breathe, spot } from './light.ts'
import type { Stage } from './stage.ts'
import { layersOf, put, viewsOf } from './stage-kit.ts'
import { drift, flicker, snowfall, steam, twinkle } from './weather.ts'

/** Dusk: stars, mist over the water, the lantern's flame, fireflies. */
export async function tent(): Promise<Stage> {
  const layers = await layersOf('camp-dusk')
  return {
    path: [
      [0, 450, 780, 1.08],
      [4.6, 440, 800, 1.24],
      [6.2, 260, 930, 1.6],
      [9, 240, 930, 1.68],
    ],
    poster: 2.5,
    shot(frame, t, camera) {
      const [far, mid, near] = viewsOf(camera)
      put(frame, layers, 0, far)
      twinkle(frame, far, t, 46, [0, -50, 900, 330])
      drift(frame, far, t, 668, 0.2)
      put(frame, layers, 1, mid)
      const fire = flicker(t, 1)
      spot(frame, mid, 380, 850, 330, [255, 196, 104], 0.3 + 0.05 * Math.sin(t * 1.9), { mode: 'light' })
      put(frame, layers, 2, near)
      spot(frame, near, 200, 930, 330, [255, 196, 110], 0.46 * fire, { mode: 'light' })
      spot(frame, near, 200, 938, 62, [255, 232, 170], 0.7 * fire, { mode: 'light' })
      for (let i = 0; i < 9; i += 1) {
        const [x, y] = [120 + i * 88 + Math.sin(t * 0.7 + i * 2.1) * 40, 820 + ((i * 67) % 240) + Math.sin(t * 0.9 + i) * 26]
        spot(frame, mid, x, y, 11, [232, 255, 150], 0.75 * Math.max(0, Math.sin(t * 1.6 + i * 1.7)) ** 2, { mode: 'light' })
      }
      breathe(frame)
    },
  }
}

/** Dawn: mist, the kettle's steam, a growing sun. */
export async function campMorning(): Promise<Stage> {
  const layers = await layersOf('camp-dawn')
  return {
    path: [
      [0, 450, 760, 1.08],
      [2.4, 610, 920, 1.42],
      [5, 610, 920, 1.46],
      [6.6, 270, 920, 1.56],
      [9, 280, 920, 1.56],
      [10.8, 590, 800, 1.34],
      [14, 560, 780, 1.2],
    ],
    poster: 4,
    shot(frame, t, camera) {
      const [far, mid, near] = viewsOf(camera)
      put(frame, layers, 0, far)
      spot(frame, far, 250, 520, 300 + t * 6, [255, 236, 190], 0.3 + t * 0.014, { mode: 'light' })
      drift(frame, far, t, 640, 0.62, 30)
      put(frame, layers, 1, mid)
      drift(frame, mid, t + 9, 760, 0.4, 44)
      put(frame, layers, 2, near)
      steam(frame, near, t, 148, 912, 190, 0.62, 0.22)
      drift(frame, near, t + 20, 1190, 0.16, 60)
      breathe(frame)
    },
  }
}

/** Snow before and behind the tent; the lantern's circle on the ground. */
export async function firstSnow(): Promise<Stage> {
  const layers = await layersOf('camp-snow')
  return {
    path: [
      [0, 450, 740, 1.08],
      [5.6, 440, 800, 1.28],
      [7.2, 270, 930, 1.58],
      [12, 250, 930, 1.66],
    ],
    poster: 3,
    shot(frame, t, camera) {
      const [far, mid, near] = viewsOf(camera)
      put(frame, layers, 0, far)
      snowfall(frame, far, t, 90, [-20, -60, 920, 900])
      put(frame, layers, 1, mid)
      spot(frame, mid, 380, 860, 360, [255, 190, 100], 0.26 + 0.04 * Math.sin(t * 1.4), { mode: 'light' })
      snowfall(frame, mid, t + 7, 60, [-20, -60, 920, 1300])
      put(frame, layers, 2, near)
      const fire = flicker(t, 3)
      spot(frame, near, 210, 1120, 380, [255, 206, 130], 0.4 * fire, { mode: 'light', flat: 0.36 })
      spot(frame, near, 204, 925, 300, [255, 200, 116], 0.42 * fire, { mode: 'light' })
      spot(frame, near, 204, 930, 60, [255, 236, 180], 0.66 * fire, { mode: 'light' })
      snowfall(frame, near, t * 1.4 + 3, 26, [-20, -60, 920, 1540])
      breathe(frame)
    },
  }
}
