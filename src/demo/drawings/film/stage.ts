import type { Camera, Frame } from './canvas.ts'

/** Where the camera is at a time: seconds, x, y, zoom; it eases from one to the next. */
export type Path = readonly (readonly [at: number, x: number, y: number, zoom: number])[]

/** One frame of a clip at `t` seconds, RGB. The same time gives the same bytes. */
export type Shot = (frame: Frame, t: number, camera: Camera) => Promise<void> | void

export interface Stage {
  path: Path
  /** Time of the poster, s. */
  poster: number
  shot: Shot
}
