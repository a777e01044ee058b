// What passes a train window: strips that meet their own beginning.

import { form } from '../form.mjs'
import { drop, lift } from '../palette.mjs'
import { fill, n, oval, poly, rrect, stroke } from '../svg.mjs'

/** Scene units after which a strip repeats. */
export const stripWidth = 1800

const wave = (base, list) => (x) => base + list.reduce((sum, [h, k, p]) => sum + h * Math.sin((x / stripWidth) * Math.PI * 2 * k + p), 0)
const ridge = (art, y, c) => {
  const pts = [...Array(121)].map((_, i) => [(i * stripWidth) / 120, y((i * stripWidth) / 120)])
  return fill(
    poly([[0, 900], ...pts, [stripWidth, 900]]),
    art.lin(
      [
        [0, lift(c, 0.16)],
        [1, drop(c, 0.06)],
      ],
      [0, 0, 0, 1],
    ),
  )
}

export const hillStrip = (art) =>
  ridge(
    art,
    wave(470, [
      [46, 2, 0.4],
      [26, 5, 1.7],
    ]),
    '#A9BFC0',
  ) +
  ridge(
    art,
    wave(520, [
      [30, 3, 2.4],
      [14, 7, 0.2],
    ]),
    '#8FB59A',
  )

/** A wood's edge and farmhouses. */
export const treeStrip = (art) => {
  const trees = [...Array(34)].map(() => {
    const r = art.rnd.range(16, 40)
    return form(
      art,
      oval(art.rnd.range(60, stripWidth - 60), 566 - r * 0.4, r, r * 0.86),
      art.rnd.pick(['#5F8A5A', '#6E9B5E', '#7DA864']),
      { k: [-6, -6], grain: 0.4 },
    )
  })
  const house = (x, c) =>
    fill(rrect(x, 530, 70, 42), '#F4E6D0') +
    fill(
      poly([
        [x - 10, 532],
        [x + 35, 496],
        [x + 80, 532],
      ]),
      c,
    ) +
    fill(rrect(x + 12, 544, 14, 16), '#8A9AA0') +
    fill(rrect(x + 44, 544, 14, 16), '#8A9AA0')
  const ground = ridge(art, wave(560, [[6, 4, 1]]), '#A9C07A')
  return trees.join('') + house(420, '#C9573E') + house(1240, '#B5693A') + ground
}

/** Rows of fields, leaning away from the rails. */
export const meadowStrip = (art) => {
  const base = ridge(art, wave(592, [[5, 5, 0]]), '#B4C46E')
  const rows = [...Array(18)].map((_, i) =>
    fill(
      poly([
        [i * 100, 604],
        [i * 100 + 44, 604],
        [i * 100 + 10, 900],
        [i * 100 - 90, 900],
      ]),
      i % 3 ? '#8FAE5E' : '#D2BC5E',
      'opacity=".7"',
    ),
  )
  const first = fill(
    poly([
      [stripWidth, 604],
      [stripWidth + 44, 604],
      [stripWidth + 10, 900],
      [stripWidth - 90, 900],
    ]),
    '#D2BC5E',
    'opacity=".7"',
  )
  return base + rows.join('') + first
}

/** Masts and wires beside the rails, a little blurred by their speed. */
export const mastStrip = (art) => {
  const mast = (x) =>
    fill(rrect(x, 240, 13, 560), '#4A4A48', 'opacity=".85"') + fill(rrect(x - 46, 286, 106, 8), '#4A4A48', 'opacity=".85"')
  const wire = (y) =>
    [0, 900].map((x) => stroke(`M${x + 6} ${y}Q${n(x + 456)} ${y + 64} ${x + 906} ${y}`, '#4A4A48', 3, 'opacity=".7"')).join('')
  const hedge = [...Array(60)]
    .map((_, i) =>
      fill(oval(i * 30 + 12, 700, art.rnd.range(20, 34), art.rnd.range(18, 40)), art.rnd.pick(['#4F7A46', '#5F8A4E', '#6E9A58'])),
    )
    .join('')
  return `<g ${art.blur(1.6)}>${mast(0)}${mast(900)}</g>${wire(290)}${wire(306)}<g ${art.blur(3)}>${hedge}${fill(rrect(0, 704, stripWidth, 200), '#54804A')}</g>`
}
