// Light, rain and hills: what is far away or has no edge.
import { drop, lift } from './palette.mjs'
import { curve, fill, n, oval, stroke } from './svg.mjs'

/** Soft pool of lamplight. */
export const glow = (art, x, y, r, o = 0.5, c = '#FFDD94') =>
  fill(
    oval(x, y, r),
    art.rad([
      [0, c, o],
      [0.5, c, o * 0.3],
      [1, c, 0],
    ]),
  )

export const rain = (art, x, y, w, h, k = 60) =>
  [...Array(k)]
    .map(() => {
      const px = art.rnd.range(x, x + w),
        py = art.rnd.range(y, y + h),
        l = art.rnd.range(14, 60)
      return art.rnd.next() < 0.6
        ? stroke(`M${n(px)} ${n(py)}l-4 ${n(l)}`, '#fff', n(art.rnd.range(1.2, 2.6)), 'opacity=".45"')
        : `${fill(oval(px, py, art.rnd.range(2, 5), art.rnd.range(3, 7)), '#fff', 'opacity=".5"')}`
    })
    .join('')

export const hills = (art, y, list) =>
  list
    .map(([c, h, off]) =>
      fill(
        curve(
          [
            [-60, y + 300],
            [-60, y - h * 0.4],
            [art.width * (0.18 + off), y - h],
            [art.width * (0.42 + off), y - h * 0.55],
            [art.width * (0.7 + off * 0.5), y - h * 0.95],
            [art.width + 80, y - h * 0.35],
            [art.width + 80, y + 300],
          ],
          true,
        ),
        art.lin(
          [
            [0, lift(c, 0.18)],
            [1, drop(c, 0.08)],
          ],
          [0, 0, 0.4, 1],
        ),
      ),
    )
    .join('')
