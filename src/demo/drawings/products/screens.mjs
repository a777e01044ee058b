import { form } from '../form.mjs'
import { drop, lift } from '../palette.mjs'
import { at, fill, n, oval, rrect, stroke } from '../svg.mjs'

/** E-paper reader, standing or lying; the page is bars and a small landscape. */
export function eReader(art, c) {
  const page = rrect(-114, -372, 228, 298, 5)
  const lines = [...Array(9)]
    .map((_, i) => fill(rrect(-92, -206 + i * 14, [184, 176, 184, 168, 184, 120, 184, 178, 96][i], 5, 2), '#3A3F42', 'opacity=".62"'))
    .join('')
  const view = `<g ${art.clip(rrect(-92, -350, 184, 124, 3))}>${fill(rrect(-92, -350, 184, 124), '#D9D6CC')}${fill(oval(40, -312, 17), '#F6F3EA')}${fill('M-92 -240Q-40 -320 10 -262Q50 -310 92 -250L92 -220L-92 -220Z', '#8B8D88')}${fill('M-92 -226Q0 -276 92 -232L92 -220L-92 -220Z', '#5B5F5D')}</g>`
  return {
    body:
      form(art, rrect(-136, -396, 272, 396, 24), c, { k: [-5, -6], shade: 0.34 }) +
      fill(
        page,
        art.lin(
          [
            [0, '#FBF8F0'],
            [1, '#E6E1D4'],
          ],
          [0, 0, 1, 1],
        ),
      ) +
      view +
      lines +
      fill(rrect(-24, -44, 48, 12, 6), lift(c, 0.3), 'opacity=".9"') +
      fill('M-114 -372L20 -372L-114 -180Z', '#fff', 'opacity=".22"') +
      stroke('M-118 -391L90 -391', '#fff', 3, 'opacity=".45"'),
    w: 272,
    h: 396,
    foot: 132,
    flatFoot: true,
  }
}

const hand = (angle, length, w, c) => `<g transform="rotate(${n(angle)})">${stroke(`M0 12L0 ${-length}`, c, w)}</g>`

/** Analogue clock in an arched block; hour and minute as on its face. */
export function deskClock(art, c, { hour = 10, minute = 9, second = true } = {}) {
  const arch = 'M-134 0L-134 -140A134 134 0 0 1 134 -140L134 0Z'
  const ticks = [...Array(12)]
    .map(
      (_, i) =>
        `<g transform="rotate(${i * 30})">${fill(rrect(-3, -88, i % 3 ? 4 : 7, i % 3 ? 9 : 16, 2), '#3A3F42', `opacity="${i % 3 ? 0.5 : 0.85}"`)}</g>`,
    )
    .join('')
  const face =
    fill(oval(4, 6, 108), drop(c, 0.5), 'opacity=".5"') +
    fill(
      oval(0, 0, 106),
      art.lin(
        [
          [0, drop('#FBF6EA', 0.1)],
          [1, '#FFFDF6'],
        ],
        [0, 0, 1, 1],
      ),
    ) +
    ticks +
    hand((hour % 12) * 30 + minute / 2, 50, 9, '#23282B') +
    hand(minute * 6, 76, 6, '#23282B') +
    (second ? hand(205, 62, 3, '#D8432B') : '') +
    fill(oval(0, 0, 8), '#D8432B') +
    stroke('M-84 -40A94 94 0 0 1 -20 -90', '#fff', 7, 'opacity=".7"')
  return {
    body:
      `<g transform="translate(26 -12)">${fill(
        arch,
        art.lin([
          [0, drop(c, 0.2)],
          [1, drop(c, 0.36)],
        ]),
      )}</g>` +
      form(art, arch, c, {
        k: [-10, -8],
        shade: 0.2,
        inside: [-96, -40, 30, 100].map((x) => stroke(`M${x} 4Q${x + 16} -140 ${x} -280`, drop(c, 0.3), 2.6, 'opacity=".25"')).join(''),
      }) +
      at(0, -140, 1, face) +
      fill(rrect(-30, -18, 56, 7, 3), drop(c, 0.4), 'opacity=".7"'),
    w: 294,
    h: 280,
    foot: 140,
    flatFoot: true,
  }
}
