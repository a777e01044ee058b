import { scene } from '../scenes.mjs'
import { type Camera, drawLayer, type Frame, type Layer, type LayerOptions, raster, type View, viewOf } from './canvas.ts'

/** Far, middle, near: how much each layer moves with the camera. */
const depths = [0.86, 1, 1.1]

/** The layers of a scene without what moves by itself. */
export async function layersOf(name: string, state: Record<string, unknown> = {}): Promise<Layer[]> {
  const drawn = scene(`scene-${name}`, { moving: true, ...state })
  return Promise.all(drawn.layerSvgs().map((svg) => raster(svg)))
}

/** The views of the three depths. */
export const viewsOf = (camera: Camera): [View, View, View] => [
  viewOf(camera, depths[0]!),
  viewOf(camera, depths[1]!),
  viewOf(camera, depths[2]!),
]

/** Draw layer `index` if the scene has it. */
export function put(frame: Frame, layers: Layer[], index: number, view: View, options?: LayerOptions): void {
  const layer = layers[index]
  if (layer) drawLayer(frame, layer, view, options)
}

/** 0 before `from`, 1 after `to`, eased between; seconds. */
export function ease(t: number, from: number, to: number): number {
  const k = Math.max(0, Math.min(1, (t - from) / (to - from)))
  return k * k * (3 - 2 * k)
}
