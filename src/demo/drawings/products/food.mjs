import { form } from '../form.mjs'
import { drop, lift } from '../palette.mjs'
import { lathe, patch, profile } from '../shade.mjs'
import { at, fill, oval, poly, rrect, stroke } from '../svg.mjs'

export function honey(art, c, { tilt = 0.22 } = {}) {
  const jar = profile([
      [92, -246, 8],
      [98, -230, 14],
      [132, -196, 40],
      [134, -30, 40],
      [104, 0, 0],
    ]),
    inner = profile([
      [118, -188, 20],
      [124, -30, 36],
      [98, -8, 0],
    ])
  const gold =
    lathe(art, inner, c, { tilt, mat: 'gloss', top: 'none', shine: false, grain: 0.5 }) +
    fill(oval(10, -60, 80, 60), lift(c, 0.6), `opacity=".5" ${art.blur(22)}`) +
    [...Array(9)]
      .map(() => fill(oval(art.rnd.range(-80, 90), art.rnd.range(-170, -30), art.rnd.range(2, 5)), '#fff', 'opacity=".45"'))
      .join('')
  const tag =
    fill(patch(jar, -0.56, 0.46, -150, -58, tilt), '#FBF4E4') +
    [
      [-34, -92],
      [-8, -92],
      [-21, -70],
      [5, -70],
      [-47, -70],
    ]
      .map(([x, y]) =>
        fill(
          poly([0, 1, 2, 3, 4, 5].map((i) => [x + 12 * Math.cos(i * 1.0472 + 0.52), y + 12 * Math.sin(i * 1.0472 + 0.52)])),
          x === -8 ? '#D8432B' : c,
          'opacity=".95"',
        ),
      )
      .join('') +
    fill(rrect(18, -96, 36, 6, 2), '#17211B', 'opacity=".7"')
  const cloth = form(
    art,
    'M-104 -262C-140 -240 -150 -222 -146 -206C-120 -214 -108 -200 -86 -206C-62 -198 -44 -206 -22 -200C4 -206 22 -198 48 -204C74 -198 92 -208 112 -204C128 -210 140 -204 148 -208C148 -226 136 -244 104 -262C96 -318 -96 -318 -104 -262Z',
    '#F4E8D8',
    {
      k: [-14, -8],
      shade: 0.18,
      inside: [...Array(13)]
        .map((_, i) =>
          stroke(`M${-150 + i * 26} -340L${-150 + i * 26} -190M-160 ${-320 + i * 18}L160 ${-320 + i * 18}`, '#D8432B', 5, 'opacity=".28"'),
        )
        .join(''),
    },
  )
  const string =
    stroke('M-106 -256C-60 -240 60 -240 106 -256', '#B88A4E', 8) +
    stroke('M30 -246C10 -276 -20 -262 22 -244C66 -270 74 -246 30 -244M26 -244L10 -206M34 -244L54 -210', '#B88A4E', 5)
  return {
    body: lathe(art, jar, lift(c, 0.4), { tilt, mat: 'glass', top: 'none', inside: gold + tag }) + cloth + string,
    w: 290,
    h: 310,
    foot: 120,
  }
}

export function coffee(art, c) {
  const d =
    'M-140 -400L140 -400C150 -330 154 -250 152 -170C152 -110 158 -50 150 -14Q148 0 132 0L-132 0Q-148 0 -150 -14C-158 -50 -152 -110 -152 -170C-154 -250 -150 -330 -140 -400Z'
  const gusset =
    fill('M152 -170C130 -120 118 -60 112 0L150 0C158 -50 152 -110 152 -170Z', drop(c, 0.4), 'opacity=".4"') +
    fill('M-152 -170C-134 -120 -126 -60 -122 0L-150 0C-158 -50 -152 -110 -152 -170Z', lift(c, 0.4), 'opacity=".25"')
  const crease =
    stroke('M-136 -396C-120 -300 -128 -200 -118 -120M130 -390C112 -300 122 -220 114 -130', drop(c, 0.4), 5, `opacity=".4" ${art.blur(3)}`) +
    fill('M-128 -390C-90 -330 -96 -200 -112 -100C-126 -190 -134 -300 -128 -390Z', '#fff', `opacity=".22" ${art.blur(8)}`)
  const tag =
    form(art, rrect(-86, -290, 172, 190, 6), '#FBF4E6', { k: [-6, -6], shade: 0.08, grain: 0.3 }) +
    fill(oval(0, -226, 42), '#D8432B') +
    at(
      0,
      -226,
      1,
      `<g transform="rotate(28)">${fill(oval(0, 0, 17, 25), '#FBF4E6') + stroke('M0 -22C10 -8 -10 8 0 22', '#D8432B', 4)}</g>`,
    ) +
    fill(rrect(-52, -164, 104, 9, 3), '#17211B', 'opacity=".85"') +
    fill(rrect(-34, -146, 68, 6, 3), '#17211B', 'opacity=".5"') +
    fill(rrect(-52, -124, 104, 3), '#17211B', 'opacity=".3"')
  const fold =
    form(art, 'M-146 -452L146 -452L142 -396L-142 -396Z', lift(c, 0.05), { k: [-4, -10], shade: 0.3 }) +
    fill(rrect(-160, -432, 320, 18, 6), '#CFA861') +
    fill(rrect(-156, -430, 240, 5, 2), '#fff', 'opacity=".5"') +
    fill('M-142 -396L142 -396L140 -382L-140 -382Z', drop(c, 0.6), `opacity=".4" ${art.blur(3)}`)
  return {
    body: form(art, d, c, { k: [-26, -6], shade: 0.24, inside: gusset + crease }) + tag + fold,
    w: 320,
    h: 452,
    foot: 146,
    flatFoot: true,
  }
}
