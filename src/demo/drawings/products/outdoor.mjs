import { form } from '../form.mjs'
import { drop, lift } from '../palette.mjs'
import { lathe, patch, profile } from '../shade.mjs'
import { at, fill, oval, rrect, stroke } from '../svg.mjs'

export function lantern(art, c, { tilt = 0.2, on = true } = {}) {
  const glass = profile([
    [84, -286, 0],
    [100, -200, 60],
    [84, -96, 0],
  ])
  const glow = on
    ? fill(
        oval(0, -190, 230, 230),
        art.rad([
          [0, '#FFE3A0', 0.8],
          [0.45, '#FFD98A', 0.25],
          [1, '#FFD98A', 0],
        ]),
      )
    : ''
  const fire = on
    ? fill(
        oval(0, -176, 66, 86),
        art.rad([
          [0, '#FFFBEA'],
          [0.5, '#FFE3A0', 0.8],
          [1, '#FFC65A', 0],
        ]),
      ) + fill('M0 -232C16 -200 24 -180 16 -158Q0 -140 -16 -158C-24 -180 -10 -204 0 -232Z', '#FFFDF3')
    : ''
  const base = lathe(
    art,
    profile([
      [92, -104, 6],
      [96, -92, 6],
      [116, -60, 10],
      [120, -14, 10],
      [108, 0, 0],
    ]),
    c,
    { tilt, mat: 'gloss' },
  )
  const knob = fill(oval(92, -44, 15, 17), '#D2A95E') + fill(oval(88, -49, 5, 6), '#fff', 'opacity=".7"')
  const cap = lathe(
    art,
    profile([
      [26, -390, 4],
      [34, -372, 6],
      [52, -350, 14],
      [98, -318, 10],
      [102, -292, 4],
      [94, -282, 0],
    ]),
    c,
    { tilt, mat: 'gloss' },
  )
  const wire = [-0.62, -0.1, 0.42, 0.86]
    .map((f) =>
      stroke(
        `M${f * 92} ${-284 + 16 * Math.sqrt(1 - f * f)}Q${f * 126} -190 ${f * 92} ${-98 + 16 * Math.sqrt(1 - f * f)}`,
        drop(c, 0.25),
        5,
      ),
    )
    .join('')
  const handle =
    stroke('M-102 -300C-190 -420 -90 -500 0 -500C90 -500 190 -420 102 -300', '#4b4f4c', 9) +
    stroke('M-104 -312C-176 -420 -84 -492 -6 -496', '#cfd4d0', 3, 'opacity=".8"') +
    fill(rrect(-44, -513, 88, 24, 11), '#8A5A36') +
    fill(rrect(-40, -510, 80, 7, 4), lift('#8A5A36', 0.4), 'opacity=".7"')
  return {
    body: glow + handle + base + fire + lathe(art, glass, '#FFE9BE', { tilt, mat: 'glass', top: 'none' }) + wire + cap + knob,
    w: 260,
    h: 512,
    foot: 114,
  }
}

export function thermos(art, c, { tilt = 0.2 } = {}) {
  const p = profile([
    [66, -360, 20],
    [88, -326, 20],
    [90, -14, 10],
    [84, 0, 0],
  ])
  const band =
    fill(patch(p, -1, 1, -318, -306, tilt), '#D9DEDB', 'opacity=".8"') +
    fill(patch(p, -1, 1, -36, 4, tilt), drop(c, 0.3), 'opacity=".5"') +
    fill('M-44 -130L-20 -176L-4 -150L14 -188L44 -130Z', '#FBF4E3', 'opacity=".9"')
  const strap =
    stroke('M70 -384C150 -372 152 -250 86 -226', '#6A4A32', 13) + stroke('M74 -388C146 -376 146 -256 92 -236', '#A9784C', 4, 'opacity=".9"')
  return {
    body:
      strap +
      lathe(art, p, c, { tilt, mat: 'gloss', top: 'none', inside: band }) +
      lathe(
        art,
        profile([
          [58, -446, 10],
          [66, -434, 8],
          [72, -366, 4],
          [68, -358, 0],
        ]),
        '#E9E3D4',
        { tilt, mat: 'gloss' },
      ) +
      lathe(
        art,
        profile([
          [70, -368, 3],
          [70, -354, 0],
        ]),
        '#AEB6B4',
        { tilt, mat: 'metal', grain: 0, top: 'none' },
      ),
    w: 220,
    h: 462,
    foot: 86,
  }
}

export function tent(art, c, { on = true } = {}) {
  const wall = 'M-300 0L-40 -330L60 -356L330 -30L150 0Z',
    front = 'M-300 0L-40 -330L150 0Z',
    side = 'M-40 -330L60 -356L330 -30L150 0Z'
  const open = 'M-176 0C-130 -90 -80 -200 -40 -318C-10 -200 20 -100 40 0Z'
  const inside = `<g ${art.clip(open)}>${fill(
    open,
    on
      ? art.rad(
          [
            [0, '#FFE9B0'],
            [0.6, '#F5B95A'],
            [1, '#B5672F'],
          ],
          [0.5, 0.9, 0.8],
        )
      : drop(c, 0.5),
  )}${fill('M-170 0C-100 -50 20 -50 60 0Z', '#8A4A2A', 'opacity=".45"')}${fill('M-120 -6C-90 -40 -10 -42 20 -6Z', '#F3E4C8', 'opacity=".85"')}</g>`
  const flapL = form(art, 'M-176 0C-130 -90 -80 -200 -40 -318C-70 -210 -150 -120 -196 0Z', lift(c, 0.2), { k: [-6, 0] }),
    flapR = form(art, 'M40 0C20 -100 -10 -200 -40 -318C0 -230 66 -130 84 -2Z', drop(c, 0.1), { k: [-8, 0] })
  const seams =
    stroke('M60 -356C120 -250 230 -110 330 -30', lift(c, 0.4), 3, 'opacity=".5"') +
    stroke('M-40 -330C40 -230 110 -100 150 0', lift(c, 0.5), 4, 'opacity=".7"') +
    stroke('M10 -343C100 -220 190 -90 250 -14', drop(c, 0.5), 2.5, 'opacity=".3"')
  const guy =
    stroke('M-40 -330L-352 4M60 -356L392 -24', '#F6EEDC', 2.4, 'opacity=".75"') + stroke('M-40 -334L-44 -352M60 -358L62 -376', '#7a5a3c', 7)
  return {
    body:
      guy +
      fill(wall, c) +
      form(art, side, drop(c, 0.16), { k: [-20, -14], shade: 0.14 }) +
      form(art, front, lift(c, 0.06), { k: [-10, -6], shade: 0.1 }) +
      inside +
      flapL +
      flapR +
      seams +
      fill('M-300 0L150 0L330 -30L330 -22L152 10L-300 8Z', drop(c, 0.45), 'opacity=".8"'),
    w: 720,
    h: 376,
    foot: 230,
    flatFoot: true,
  }
}

export function backpack(art, c) {
  const body =
    'M-150 -20C-166 -150 -160 -300 -128 -386C-108 -440 108 -440 128 -386C160 -300 166 -150 150 -20C148 -4 132 0 116 0L-116 0C-132 0 -148 -4 -150 -20Z'
  const flap =
    'M-138 -350C-120 -436 120 -436 138 -350C146 -306 146 -262 140 -236C100 -214 -100 -214 -140 -236C-146 -262 -146 -306 -138 -350Z'
  const pocket = 'M-112 -160C-70 -148 70 -148 112 -160L116 -34Q116 -18 100 -18L-100 -18Q-116 -18 -116 -34Z'
  const tan = '#B57B47',
    strap = (x) =>
      form(art, rrect(x - 13, -330, 26, 196, 6), tan, { k: [-6, 0], grain: 0.5 }) +
      fill(rrect(x - 19, -176, 38, 30, 5), '#CFA861') +
      fill(rrect(x - 12, -169, 24, 16, 3), drop(tan, 0.4)) +
      fill(rrect(x - 19, -176, 12, 30, 4), '#fff', 'opacity=".4"')
  const loop =
    stroke('M-44 -416C-44 -476 44 -476 44 -416', drop(tan, 0.1), 17) +
    stroke('M-46 -422C-42 -470 30 -478 42 -436', lift(tan, 0.3), 5, 'opacity=".8"')
  const roll = at(
    0,
    -452,
    1,
    form(art, rrect(-132, -34, 264, 66, 33), '#D9B56A', { k: [-6, -16], shade: 0.22 }) +
      fill(oval(118, 0, 15, 32), drop('#D9B56A', 0.16)) +
      stroke('M118 -20C128 -10 128 12 118 20C112 10 112 -6 118 -8', '#8a6a35', 3) +
      [-70, 60].map((x) => fill(rrect(x, -36, 18, 70, 4), tan)).join(''),
  )
  const sides =
    form(art, 'M-150 -150C-186 -150 -192 -60 -176 -14Q-150 -4 -136 -8Z', drop(c, 0.05), { k: [-6, -4] }) +
    form(art, 'M150 -150C186 -150 192 -60 176 -14Q150 -4 136 -8Z', drop(c, 0.26), { k: [-6, -4] })
  const stitch = (d) => stroke(d, lift(c, 0.5), 2, 'stroke-dasharray="7 6" opacity=".7"')
  return {
    body:
      sides +
      loop +
      form(art, body, c, { k: [-24, -8], shade: 0.24 }) +
      roll +
      form(art, pocket, lift(c, 0.05), { k: [-10, -8], shade: 0.24 }) +
      stitch('M-104 -142C-60 -134 60 -134 104 -142') +
      fill('M-140 -236C-100 -214 100 -214 140 -236L138 -222C100 -198 -100 -198 -138 -222Z', drop(c, 0.6), `opacity=".45" ${art.blur(3)}`) +
      form(art, flap, lift(c, 0.08), { k: [-18, -12], shade: 0.22 }) +
      stitch('M-130 -246C-96 -226 96 -226 130 -246') +
      strap(-66) +
      strap(66) +
      form(art, rrect(-22, -104, 58, 40, 4), tan, { k: [-5, -3], grain: 0.4 }),
    w: 380,
    h: 490,
    foot: 150,
    flatFoot: true,
  }
}
