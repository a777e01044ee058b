import { Buffer } from 'node:buffer'
import sharp from 'sharp'

/** Output of a clip, px. */
export const outWidth = 720
export const outHeight = 1280
/** What a layer is drawn in: the scene's 900 px of width, 60 above its upper edge and 1540 below. */
export const stageWidth = 900
export const stageHeight = 1600
export const stageTop = 60
const scale = outWidth / stageWidth

/** RGB of one frame, row by row. */
export type Frame = Uint8ClampedArray

/** Premultiplied RGBA. `solid`: every pixel is opaque. */
export interface Layer {
  width: number
  height: number
  pixels: Uint8Array
  solid: boolean
  /** For each row the first and last column with something in it; first > last: nothing. */
  rows: Int32Array
}

/** Where the camera looks, in the scene's own units, and how near (1 shows the whole width). */
export interface Camera {
  x: number
  y: number
  zoom: number
}

/** Colours of raw RGBA become premultiplied; empty rows are noted so that drawing skips them. */
export function toLayer(raw: Uint8Array, width: number, height: number): Layer {
  const rows = new Int32Array(height * 2)
  let solid = true
  for (let y = 0; y < height; y += 1) {
    let first = width
    let last = -1
    for (let x = 0; x < width; x += 1) {
      const i = (y * width + x) * 4
      const alpha = raw[i + 3] ?? 0
      if (alpha < 255) {
        solid = false
        for (let c = 0; c < 3; c += 1) raw[i + c] = ((raw[i + c] ?? 0) * alpha) / 255
      }
      if (alpha > 0) {
        if (x < first) first = x
        last = x
      }
    }
    rows[y * 2] = first
    rows[y * 2 + 1] = last
  }
  return { width, height, pixels: raw, solid, rows }
}

/** A drawing of the scene's size as a layer of the stage. */
export async function raster(svg: string, box = { x: 0, y: -stageTop, width: stageWidth, height: stageHeight }): Promise<Layer> {
  const framed = svg.replace(
    /width="[\d.]+" height="[\d.]+" viewBox="[^"]*"/,
    `width="${box.width}" height="${box.height}" viewBox="${box.x} ${box.y} ${box.width} ${box.height}"`,
  )
  const { data, info } = await sharp(Buffer.from(framed)).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return toLayer(new Uint8Array(data), info.width, info.height)
}

/** What of a layer is seen: nearer layers (depth over 1) move more than the camera, farther ones less. */
export interface View {
  left: number
  top: number
  /** Scene units for each pixel of the frame. */
  step: number
}

export function viewOf(camera: Camera, depth: number): View {
  const zoom = 1 + (camera.zoom - 1) * depth
  const step = 1 / (scale * zoom)
  const centreX = stageWidth / 2 + (camera.x - stageWidth / 2) * depth
  const middle = stageHeight / 2 - stageTop
  const centreY = middle + (camera.y - middle) * depth
  return { left: centreX - (outWidth / 2) * step, top: centreY - (outHeight / 2) * step, step }
}

/** The camera, held so that nothing beyond the stage is seen, in any layer, and no nearer than the layers are sharp. */
export function held({ x, y, zoom: wanted }: Camera): Camera {
  const zoom = Math.max(1, Math.min(1.75, wanted))
  const slack = (1 - 1 / zoom) * 0.48
  const middle = stageHeight / 2 - stageTop
  const hold = (value: number, centre: number, size: number): number =>
    Math.max(centre - size * slack, Math.min(centre + size * slack, value))
  return { x: hold(x, stageWidth / 2, stageWidth), y: hold(y, middle, stageHeight), zoom }
}

export interface LayerOptions {
  /** 0–1 */
  opacity?: number
  /** Scene units that the layer is moved by. */
  dx?: number
  dy?: number
  /** Only this box of the scene is drawn: x0, y0, x1, y1. */
  box?: readonly [number, number, number, number]
}

/** Draw a layer of the stage over the frame, with bilinear sampling. */
export function drawLayer(frame: Frame, layer: Layer, view: View, { opacity = 1, dx = 0, dy = 0, box }: LayerOptions = {}): void {
  const { width, height, pixels, rows } = layer
  for (let y = 0; y < outHeight; y += 1) {
    const sceneY = view.top + (y + 0.5) * view.step - dy
    if (box && (sceneY < box[1] || sceneY > box[3])) continue
    const sy = Math.max(0, Math.min(height - 1.001, sceneY + stageTop - 0.5))
    const y0 = Math.floor(sy)
    const fy = sy - y0
    const first = Math.min(rows[y0 * 2] ?? 0, rows[y0 * 2 + 2] ?? width)
    const last = Math.max(rows[y0 * 2 + 1] ?? -1, rows[y0 * 2 + 3] ?? -1)
    if (last < 0) continue
    const start = Math.max(
      0,
      Math.floor((first - 1 + dx - view.left) / view.step),
      box ? Math.ceil((box[0] + dx - view.left) / view.step) : 0,
    )
    const end = Math.min(
      outWidth - 1,
      Math.ceil((last + 2 + dx - view.left) / view.step),
      box ? Math.floor((box[2] + dx - view.left) / view.step) : outWidth,
    )
    for (let x = start; x <= end; x += 1) {
      const sx = Math.max(0, Math.min(width - 1.001, view.left + (x + 0.5) * view.step - dx - 0.5))
      const x0 = Math.floor(sx)
      const fx = sx - x0
      const i = (y0 * width + x0) * 4
      const j = i + width * 4
      const a = (1 - fx) * (1 - fy)
      const b = fx * (1 - fy)
      const c = (1 - fx) * fy
      const d = fx * fy
      const alpha = pixels[i + 3]! * a + pixels[i + 7]! * b + pixels[j + 3]! * c + pixels[j + 7]! * d
      if (alpha < 0.5) continue
      const keep = 1 - (alpha / 255) * opacity
      const o = (y * outWidth + x) * 3
      frame[o] = frame[o]! * keep + (pixels[i]! * a + pixels[i + 4]! * b + pixels[j]! * c + pixels[j + 4]! * d) * opacity
      frame[o + 1] = frame[o + 1]! * keep + (pixels[i + 1]! * a + pixels[i + 5]! * b + pixels[j + 1]! * c + pixels[j + 5]! * d) * opacity
      frame[o + 2] = frame[o + 2]! * keep + (pixels[i + 2]! * a + pixels[i + 6]! * b + pixels[j + 2]! * c + pixels[j + 6]! * d) * opacity
    }
  }
}
