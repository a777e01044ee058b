// A drawing surface: collects <defs> once, hands out url(#…) references, and a few path builders.
import { prng } from './prng.mjs'

export const n = (v) => Math.round(v * 10) / 10

export class Art {
  constructor(width, height, seed) {
    Object.assign(this, { width, height, rnd: prng(seed), defs: new Map() })
  }

  /** Register a definition; the same content gets the same id. */
  def(make) {
    const key = make('§')
    if (!this.defs.has(key)) this.defs.set(key, `d${this.defs.size}`)
    return this.defs.get(key)
  }

  stops(list) {
    return list.map(([at, c, o = 1]) => `<stop offset="${at}" stop-color="${c}"${o < 1 ? ` stop-opacity="${o}"` : ''}/>`).join('')
  }

  /** Linear gradient; box is [x1, y1, x2, y2] in 0–1 of the shape, or user units with user: true. */
  lin(list, [x1, y1, x2, y2] = [0, 0, 1, 0], user = false) {
    return `url(#${this.def((id) => `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"${user ? ' gradientUnits="userSpaceOnUse"' : ''}>${this.stops(list)}</linearGradient>`)})`
  }

  rad(list, [cx, cy, r] = [0.5, 0.5, 0.5], user = false) {
    return `url(#${this.def((id) => `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}"${user ? ' gradientUnits="userSpaceOnUse"' : ''}>${this.stops(list)}</radialGradient>`)})`
  }

  clip(d) {
    return `clip-path="url(#${this.def((id) => `<clipPath id="${id}"><path d="${d}" clip-rule="evenodd"/></clipPath>`)})"`
  }

  mask(inner) {
    return `mask="url(#${this.def((id) => `<mask id="${id}" maskUnits="userSpaceOnUse" x="-3000" y="-3000" width="6000" height="6000">${inner}</mask>`)})"`
  }

  blur(sd) {
    return `filter="url(#${this.def((id) => `<filter id="${id}" x="-25%" y="-80%" width="150%" height="260%" color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="${sd}"/></filter>`)})"`
  }

  /** Flatten anything to one colour and blur it: turns a drawing into its own shadow.
   *  layers: [blur, dx, dy, opacity]; margin: how far the blur may reach, in parts of the drawing's size. */
  shadow(color, layers, [mx, my] = [0.3, 0.6]) {
    const k = parseInt(color.slice(1), 16),
      [r, g, b] = [k >> 16, (k >> 8) & 255, k & 255].map((v) => Math.round(v / 2.55) / 100)
    const steps = layers
      .map(
        ([sd, dx, dy, o], i) =>
          `<feColorMatrix in="SourceAlpha" values="0 0 0 0 ${r} 0 0 0 0 ${g} 0 0 0 0 ${b} 0 0 0 ${o} 0"/>${dx || dy ? `<feOffset dx="${n(dx)}" dy="${n(dy)}"/>` : ''}<feGaussianBlur stdDeviation="${n(sd)}" result="s${i}"/>`,
      )
      .join('')
    const merged = layers.length > 1 ? `<feMerge>${layers.map((_, i) => `<feMergeNode in="s${i}"/>`).join('')}</feMerge>` : ''
    const pc = (v) => `${Math.round(v * 100)}%`
    return `filter="url(#${this.def((id) => `<filter id="${id}" x="${pc(-mx)}" y="${pc(-my)}" width="${pc(1 + 2 * mx)}" height="${pc(1 + 2 * my)}" color-interpolation-filters="sRGB">${steps}${merged}</filter>`)})"`
  }

  silhouette(color, sd, margin) {
    return this.shadow(color, [[sd, 0, 0, 1]], margin)
  }

  svg(body) {
    const defs = [...this.defs].map(([s, id]) => s.replaceAll('§', id)).join('')
    return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${this.width}" height="${this.height}" viewBox="0 0 ${this.width} ${this.height}"><defs>${defs}</defs>${body}</svg>`
  }
}

export const poly = (pts) => `M${pts.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`
export const line = (pts) => `M${pts.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}`
export const oval = (cx, cy, rx, ry = rx) =>
  `M${n(cx - rx)} ${n(cy)}A${n(rx)} ${n(ry)} 0 0 1 ${n(cx + rx)} ${n(cy)}A${n(rx)} ${n(ry)} 0 0 1 ${n(cx - rx)} ${n(cy)}Z`

export function rrect(x, y, w, h, r = 0) {
  const q = Math.min(r, w / 2, h / 2)
  return `M${n(x + q)} ${n(y)}L${n(x + w - q)} ${n(y)}Q${n(x + w)} ${n(y)} ${n(x + w)} ${n(y + q)}L${n(x + w)} ${n(y + h - q)}Q${n(x + w)} ${n(y + h)} ${n(x + w - q)} ${n(y + h)}L${n(x + q)} ${n(y + h)}Q${n(x)} ${n(y + h)} ${n(x)} ${n(y + h - q)}L${n(x)} ${n(y + q)}Q${n(x)} ${n(y)} ${n(x + q)} ${n(y)}Z`
}

/** Smooth curve through points (Catmull-Rom). */
export function curve(pts, closed = true, k = 1 / 6) {
  const N = pts.length
  const at = (i) => (closed ? pts[(i + N) % N] : pts[Math.min(N - 1, Math.max(0, i))])
  let d = `M${n(pts[0][0])} ${n(pts[0][1])}`
  for (let i = 0; i < (closed ? N : N - 1); i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    d += `C${n(p1[0] + (p2[0] - p0[0]) * k)} ${n(p1[1] + (p2[1] - p0[1]) * k)} ${n(p2[0] - (p3[0] - p1[0]) * k)} ${n(p2[1] - (p3[1] - p1[1]) * k)} ${n(p2[0])} ${n(p2[1])}`
  }
  return d + (closed ? 'Z' : '')
}

/** Bounding box of a path with absolute M L C Q A commands. */
export function bbox(d) {
  let [x0, y0, x1, y1] = [1e9, 1e9, -1e9, -1e9]
  for (const [, cmd, args] of d.matchAll(/([MLCQA])([^MLCQAZ]*)/g)) {
    const v = args.match(/-?[\d.]+/g).map(Number)
    for (let i = cmd === 'A' ? 5 : 0; i < v.length; i += cmd === 'A' ? 7 : 2) {
      x0 = Math.min(x0, v[i])
      x1 = Math.max(x1, v[i])
      y0 = Math.min(y0, v[i + 1])
      y1 = Math.max(y1, v[i + 1])
    }
  }
  return [x0, y0, x1 - x0, y1 - y0]
}

export const fill = (d, paint, extra = '') => `<path d="${d}" fill="${paint}" fill-rule="evenodd" ${extra}/>`
export const stroke = (d, paint, w, extra = '') =>
  `<path d="${d}" fill="none" stroke="${paint}" stroke-width="${w}" stroke-linecap="round" stroke-linejoin="round" ${extra}/>`
export const at = (x, y, s, inner, rot = 0) =>
  `<g transform="translate(${n(x)} ${n(y)})${rot ? ` rotate(${rot})` : ''}${s !== 1 ? ` scale(${Math.round(s * 1000) / 1000})` : ''}">${inner}</g>`
