import { hillStrip, mastStrip, meadowStrip, stripWidth, treeStrip } from '../scenes/strips.mjs'
import { Art } from '../svg.mjs'
import { drawLayer, type Frame, type Layer, raster, stageHeight, stageTop, type View } from './canvas.ts'
import { breathe, spot } from './light.ts'
import type { Stage } from './stage.ts'
import { layersOf, put, viewsOf } from './stage-kit.ts'
import { rainfall, ripples } from './weather.ts'

const strip = (draw: (art: Art) => string, seed: string): Promise<Layer> => {
  const art = new Art(stripWidth, 1200, seed)
  return raster(art.svg(draw(art)), { x: 0, y: -stageTop, width: stripWidth, height: stageHeight })
}

/** A strip without beginning or end, `passed` units gone by. */
function pass(frame: Frame, layer: Layer, view: View, passed: number, dy: number): void {
  const offset = passed % stripWidth
  for (const dx of [-offset, stripWidth - offset]) drawLayer(frame, layer, view, { dx, dy, box: [0, 0, stripWidth, 760] })
}

/** The country passes the window in four depths; the carriage rocks a little. */
export async function trainRide(): Promise<Stage> {
  const layers = await layersOf('train-window')
  const [hills, trees, meadow, masts] = await Promise.all([
    strip(hillStrip, 'hills'),
    strip(treeStrip, 'trees'),
    strip(meadowStrip, 'meadow'),
    strip(mastStrip, 'masts'),
  ])
  return {
    path: [
      [0, 450, 600, 1.08],
      [2.6, 560, 880, 1.4],
      [5, 575, 890, 1.42],
      [6.6, 400, 850, 1.56],
      [9.4, 400, 850, 1.56],
      [11, 230, 760, 1.46],
      [14, 260, 700, 1.24],
    ],
    poster: 7.5,
    shot(frame, t, camera) {
      const [far, mid] = viewsOf(camera)
      const rock = Math.sin(t * 8.3) * 0.8 + Math.sin(t * 5.1) * 0.6
      put(frame, layers, 0, far)
      pass(frame, hills, far, 500 + t * 16, 0)
      pass(frame, trees, far, 300 + t * 70, 0)
      pass(frame, meadow, far, t * 260, 0)
      pass(frame, masts, far, 200 + t * 640, 0)
      put(frame, layers, 1, mid, { dy: rock })
      spot(frame, mid, 520, 420, 520, [255, 226, 170], 0.1 + 0.05 * Math.sin(t * 1.1), { mode: 'light' })
      breathe(frame)
    },
  }
}

/** Two cars pass behind the shelter; rain, and rings in the puddles. */
export async function busStop(): Promise<Stage> {
  const layers = await layersOf('bus-stop')
  return {
    path: [
      [0, 450, 680, 1.08],
      [2.4, 350, 720, 1.4],
      [5, 360, 720, 1.44],
      [6.4, 590, 760, 1.56],
      [8, 590, 760, 1.58],
      [9.4, 470, 930, 1.58],
      [12, 475, 930, 1.62],
    ],
    poster: 3.4,
    shot(frame, t, camera) {
      const [far, mid, near] = viewsOf(camera)
      put(frame, layers, 0, far)
      for (const [start, speed, colour] of [
        [0.6, 330, [255, 236, 196]],
        [5.2, 300, [255, 214, 150]],
        [9, 360, [255, 236, 196]],
      ] as const) {
        const x = -260 + (t - start) * speed
        for (const dx of [0, 74]) {
          spot(frame, far, x + dx, 742, 130, colour, 0.85, { mode: 'light' })
          spot(frame, far, x + dx, 742, 26, [255, 252, 240], 0.95, { mode: 'light' })
          spot(frame, far, x + dx, 900, 44, colour, 0.42, { mode: 'light', flat: 3.2 })
        }
      }
      rainfall(frame, far, t, 170, [-20, -60, 920, 1200])
      put(frame, layers, 1, mid)
      put(frame, layers, 2, near)
      ripples(frame, near, t, 13, [90, 1112, 860, 1168])
      rainfall(frame, near, t * 1.1 + 2, 44, [-20, -60, 920, 1540])
      breathe(frame)
    },
  }
}
