import { type Frame, outHeight, outWidth, type View } from './canvas.ts'

/** sRGB, 0–255. */
export type Rgb = readonly [number, number, number]
/** Boxes of the scene outside which nothing is drawn: x0, y0, x1, y1. */
export type Panes = readonly (readonly [number, number, number, number])[]

const inside = (panes: Panes | undefined, x: number, y: number): boolean =>
  !panes || panes.some(([x0, y0, x1, y1]) => x >= x0 && x <= x1 && y >= y0 && y <= y1)

export interface SpotOptions {
  /** Height as a part of the width. */
  flat?: number
  /** `light` adds a glow (screen), `shine` brightens what is there and keeps its contrast, `paint` covers. */
  mode?: 'light' | 'shine' | 'paint'
  panes?: Panes
  /** How the edge fades: 1 evenly, more: a small bright middle. */
  fall?: number
}

/** One channel, 0–255, with `a` of light or paint of the channel `over` laid on. */
function blend(mode: SpotOptions['mode'], under: number, over: number, a: number): number {
  if (mode === 'light') return under + a * over * (1 - under / 255)
  if (mode === 'shine') return under * (1 + (a * over) / 255)
  return under + (over - under) * a
}

/** A soft round spot at x, y with radius r in scene units. */
export function spot(
  frame: Frame,
  view: View,
  x: number,
  y: number,
  r: number,
  colour: Rgb,
  opacity: number,
  options: SpotOptions = {},
): void {
  const { flat = 1, mode = 'paint', panes, fall = 2 } = options
  if (opacity <= 0.004 || r <= 0) return
  const cx = (x - view.left) / view.step
  const cy = (y - view.top) / view.step
  const rx = r / view.step
  const ry = rx * flat
  for (let py = Math.max(0, Math.ceil(cy - ry)); py <= Math.min(outHeight - 1, Math.floor(cy + ry)); py += 1) {
    const v = (py - cy) / ry
    const half = rx * Math.sqrt(Math.max(0, 1 - v * v))
    const sceneY = view.top + py * view.step
    for (let px = Math.max(0, Math.ceil(cx - half)); px <= Math.min(outWidth - 1, Math.floor(cx + half)); px += 1) {
      if (panes && !inside(panes, view.left + px * view.step, sceneY)) continue
      const u = (px - cx) / rx
      const near = 1 - u * u - v * v
      if (near <= 0) continue
      const a = opacity * (fall === 2 ? near * near : near ** fall)
      const o = (py * outWidth + px) * 3
      for (let c = 0; c < 3; c += 1) {
        const under = frame[o + c]!
        const over = colour[c]!
        frame[o + c] = blend(mode, under, over, a)
      }
    }
  }
}

/** A thin line from x0, y0 to x1, y1, `width` in scene units, soft at its sides. */
export function streak(
  frame: Frame,
  view: View,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  width: number,
  colour: Rgb,
  opacity: number,
  panes?: Panes,
): void {
  const ax = (x0 - view.left) / view.step
  const ay = (y0 - view.top) / view.step
  const bx = (x1 - view.left) / view.step
  const by = (y1 - view.top) / view.step
  const w = Math.max(0.6, width / view.step / 2)
  const long = Math.max(0.001, Math.hypot(bx - ax, by - ay))
  for (
    let py = Math.max(0, Math.floor(Math.min(ay, by) - w - 1));
    py <= Math.min(outHeight - 1, Math.ceil(Math.max(ay, by) + w + 1));
    py += 1
  )
    for (
      let px = Math.max(0, Math.floor(Math.min(ax, bx) - w - 1));
      px <= Math.min(outWidth - 1, Math.ceil(Math.max(ax, bx) + w + 1));
      px += 1
    ) {
      const t = Math.max(0, Math.min(1, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / (long * long)))
      const far = Math.hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay))
      const a = opacity * Math.max(0, Math.min(1, w + 0.5 - far))
      if (a <= 0 || !inside(panes, view.left + px * view.step, view.top + py * view.step)) continue
      const o = (py * outWidth + px) * 3
      for (let c = 0; c < 3; c += 1) frame[o + c] = frame[o + c]! + (colour[c]! - frame[o + c]!) * a
    }
}

/** Multiply the whole frame by a colour (255 leaves a channel as it is). */
export function tint(frame: Frame, [r, g, b]: Rgb): void {
  const by = [r / 255, g / 255, b / 255]
  for (let i = 0; i < frame.length; i += 3) {
    frame[i] = frame[i]! * by[0]!
    frame[i + 1] = frame[i + 1]! * by[1]!
    frame[i + 2] = frame[i + 2]! * by[2]!
  }
}

const root = Float32Array.from({ length: 256 }, (_, v) => Math.sqrt(v / 255) * 255 - v)
const curve = Float32Array.from({ length: 256 }, (_, v) => (v * (255 - v)) / 255)
let airs: Float32Array | undefined

/** How strongly the air of every scene brightens (+) or darkens (−) each channel of each pixel: see `air` of scene.mjs. */
function airOf(): Float32Array {
  if (airs) return airs
  const made = new Float32Array(outWidth * outHeight * 3)
  const reach = Math.hypot(outWidth, outHeight) * 0.95
  const warm: Rgb = [255, 243, 218]
  const cool: Rgb = [42, 34, 56]
  for (let y = 0; y < outHeight; y += 1)
    for (let x = 0; x < outWidth; x += 1) {
      const t = Math.hypot(x - outWidth * 0.2, y - outHeight * 0.1) / reach
      const late = Math.min(1, Math.max(0, t * 2 - 1))
      const alpha = t < 0.5 ? 0.75 * (1 - t * 2) : 0.5 * late
      for (let c = 0; c < 3; c += 1) {
        const colour = t < 0.5 ? warm[c]! : warm[c]! + (cool[c]! - warm[c]!) * late
        made[(y * outWidth + x) * 3 + c] = alpha * (colour / 127.5 - 1)
      }
    }
  airs = made
  return made
}

/** Lay the air on the frame, with the formula of soft-light. */
export function breathe(frame: Frame): void {
  const air = airOf()
  for (let i = 0; i < frame.length; i += 1) {
    const k = air[i]!
    const under = frame[i]!
    frame[i] = under + k * (k > 0 ? root[under]! : curve[under]!)
  }
}
