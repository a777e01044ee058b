import { block, form } from '../form.mjs'
import { drop, lift } from '../palette.mjs'
import { persimmon } from '../props.mjs'
import { lathe, patch, profile } from '../shade.mjs'
import { at, curve, fill, n, oval, poly, rrect, stroke } from '../svg.mjs'

export function snackbox(art, c, { above = false } = {}) {
  const w = 330,
    h = 330
  const face =
    `<g ${art.clip(rrect(-w / 2, -h, w, h))}>${fill(`M-170 -150C-90 -210 60 -90 170 -170L170 0L-170 0Z`, lift(c, 0.75))}${fill('M-170 -118C-80 -176 70 -60 170 -134L170 0L-170 0Z', '#F2B544')}${at(-46, -46, 0.62, persimmon(art))}${at(64, -34, 0.48, persimmon(art, '#F08A3C'))}</g>` +
    fill(rrect(-134, -298, 150, 84, 4), '#FBF6EA') +
    fill(rrect(-116, -278, 96, 13, 3), '#17211B', 'opacity=".9"') +
    fill(rrect(-116, -256, 66, 8, 3), '#17211B', 'opacity=".5"') +
    fill(oval(-106, -232, 7), '#1E7F4F') +
    fill(oval(-86, -232, 7), '#D8432B')
  if (above)
    return {
      body:
        form(art, rrect(-w / 2, -h, w, h, 4), c, { k: [-5, -5] }) +
        face +
        stroke(`M${-w / 2} ${-h}L${w / 2} ${-h}`, lift(c, 0.5), 3, 'opacity=".6"'),
      w,
      h,
      foot: 165,
    }
  return { body: block(art, w, h, c, { depth: 0.42, front: face }), w: 430, h: 377, foot: 200, flatFoot: true }
}

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

export function noodles(art, c, { tilt = 0.36 } = {}) {
  const bowl = profile([
    [220, -206, 5],
    [196, -110, 70],
    [96, -34, 14],
    [92, 0, 0],
  ])
  const dots = [...Array(11)]
    .map((_, i) => {
      const a = -1.25 + i * 0.25
      return fill(oval(Math.sin(a) * 206, -140 + 72 * Math.cos(a), 7, 7), lift(c, 0.75), 'opacity=".8"')
    })
    .join('')
  const soup = oval(0, -200, 198, 70)
  let strands = ''
  for (let i = 0; i < 22; i++) {
    const x = art.rnd.range(-150, 90),
      y = art.rnd.range(-236, -166),
      a = art.rnd.range(30, 80)
    strands += stroke(
      `M${n(x - a)} ${n(y)}C${n(x - a * 0.3)} ${n(y - 26)} ${n(x + a * 0.3)} ${n(y + 24)} ${n(x + a)} ${n(y - 4)}`,
      art.rnd.pick(['#F6DC9A', '#F0CC7C', '#FBE9B8']),
      7,
    )
    strands += stroke(
      `M${n(x - a)} ${n(y + 4)}C${n(x - a * 0.3)} ${n(y - 22)} ${n(x + a * 0.3)} ${n(y + 28)} ${n(x + a)} ${n(y)}`,
      '#B9772B',
      1.4,
      'opacity=".5"',
    )
  }
  const egg = at(
    70,
    -206,
    1,
    `<g transform="rotate(-14)">${
      fill(oval(0, 0, 52, 32), drop('#FFF7E6', 0.12)) +
      fill(oval(-1, -3, 52, 31), '#FFF9EC') +
      fill(
        oval(2, -2, 27, 17),
        art.rad([
          [0, '#FFB52E'],
          [1, '#F08A1D'],
        ]),
      ) +
      fill(oval(-6, -8, 8, 4), '#fff', 'opacity=".7"')
    }</g>`,
  )
  const greens = [
    [-96, -226, -30],
    [-120, -206, -8],
    [-84, -208, 14],
  ]
    .map(([x, y, r]) =>
      at(
        x,
        y,
        1,
        form(art, 'M-40 8C-20 -30 30 -34 54 -8C36 18 -8 24 -40 8Z', '#5E9B4B', { k: [-6, -6] }) + stroke('M-34 6Q6 -8 46 -8', '#CFE5A8', 4),
        r,
      ),
    )
    .join('')
  const scallion = [...Array(16)]
    .map(() => {
      const x = art.rnd.range(-60, 150),
        y = art.rnd.range(-186, -150)
      return stroke(oval(x, y, 6, 4), art.rnd.pick(['#3F8A3C', '#7DB85A']), 3.4)
    })
    .join('')
  const oil = [...Array(12)]
    .map(() =>
      fill(
        oval(art.rnd.range(-150, 160), art.rnd.range(-180, -146), art.rnd.range(5, 15), art.rnd.range(3, 6)),
        '#E8562B',
        'opacity=".55"',
      ),
    )
    .join('')
  const beef = [
    [128, -222, 20],
    [10, -246, -6],
  ]
    .map(([x, y, r]) =>
      at(
        x,
        y,
        1,
        form(
          art,
          curve([
            [-44, 4],
            [-26, -20],
            [14, -22],
            [46, -6],
            [36, 16],
            [-14, 20],
          ]),
          '#8E4A33',
          { k: [-5, -6] },
        ) + stroke('M-24 -4Q6 -16 30 -2', '#C98566', 4, 'opacity=".6"'),
        r,
      ),
    )
    .join('')
  const sticks =
    stroke('M-40 -258L262 -392', '#7A3E22', 12) +
    stroke('M-36 -262L262 -395', '#C98A5A', 3) +
    stroke('M-8 -250L288 -366', '#6A331B', 12) +
    stroke('M-4 -254L288 -369', '#C98A5A', 3)
  return {
    body:
      lathe(art, bowl, c, { tilt, mat: 'gloss', top: 'none', inside: dots, shine: [0.06, 0.56] }) +
      fill(
        oval(0, -206, 220, 79),
        art.lin([
          [0, lift(c, 0.7)],
          [1, lift(c, 0.2)],
        ]),
      ) +
      fill(
        soup,
        art.lin([
          [0, '#9A4A1D'],
          [1, '#D98A3A'],
        ]),
      ) +
      `<g ${art.clip(soup)}>${oil}${strands}</g>` +
      beef +
      greens +
      egg +
      scallion +
      sticks,
    w: 440,
    h: 350,
    foot: 150,
  }
}
