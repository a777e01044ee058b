import { form } from '../form.mjs'
import { drop, lift } from '../palette.mjs'
import { at, fill, n, oval, rrect, stroke } from '../svg.mjs'

export function tote(art, c) {
  const d = 'M-190 -350L190 -350C196 -240 206 -120 196 -16Q194 0 178 0C60 8 -60 8 -178 0Q-194 0 -196 -16C-206 -120 -196 -240 -190 -350Z'
  const handle = (dx, k) =>
    stroke(
      `M${-92 + dx} -338C${-96 + dx} -520 ${-60 + dx} -560 ${dx} -560C${60 + dx} -560 ${96 + dx} -520 ${92 + dx} -338`,
      k ? drop(c, 0.24) : lift(c, 0.06),
      26,
    ) + stroke(`M${-100 + dx} -340C${-104 + dx} -520 ${-64 + dx} -566 ${dx - 6} -567`, lift(c, 0.5), 4, `opacity="${k ? 0.2 : 0.7}"`)
  const art1 =
    fill(oval(-4, -170, 92), '#D8432B') +
    `<g ${art.clip(oval(-4, -170, 92))}>${fill('M-110 -150C-50 -190 40 -110 100 -160L100 -60L-110 -60Z', '#1E7F4F')}${fill('M-110 -116C-40 -150 30 -84 100 -116L100 -60L-110 -60Z', '#F2B544')}</g>` +
    fill(rrect(-44, -52, 84, 6, 3), '#17211B', 'opacity=".6"')
  const crease = (p, o) => fill(p, drop(c, 0.4), `opacity="${o}" ${art.blur(6)}`)
  const folds =
    crease('M-92 -340C-110 -240 -140 -120 -150 0C-120 -120 -80 -240 -80 -340Z', 0.22) +
    crease('M96 -340C120 -240 150 -110 180 -10C130 -110 92 -240 82 -340Z', 0.34) +
    crease('M-196 -60C-100 -30 60 -50 150 -10L100 10L-190 8Z', 0.2)
  return {
    body:
      handle(14, 1) +
      fill('M-190 -350L190 -350L186 -362L-182 -362Z', drop(c, 0.42)) +
      form(art, d, c, { k: [-22, -8], shade: 0.2, inside: art1 + folds }) +
      stroke('M-188 -332L190 -332', drop(c, 0.3), 2, 'stroke-dasharray="8 6" opacity=".6"') +
      handle(0, 0) +
      [-92, 92]
        .map(
          (x) =>
            fill(rrect(x - 13, -350, 26, 30, 2), lift(c, 0.06)) +
            stroke(`M${x - 9} -346L${x + 9} -326M${x + 9} -346L${x - 9} -326`, drop(c, 0.3), 1.6, 'opacity=".6"'),
        )
        .join(''),
    w: 400,
    h: 568,
    foot: 186,
    flatFoot: true,
  }
}

export function sweater(art, c, { hanger = true } = {}) {
  const torso =
    'M-66 -452C-110 -444 -150 -430 -176 -408L-156 -250C-160 -160 -162 -90 -160 -34L160 -34C162 -90 160 -160 156 -250L176 -408C150 -430 110 -444 66 -452C40 -424 -40 -424 -66 -452Z'
  const sleeve = (f) => `M${176 * f} -408C${206 * f} -380 ${222 * f} -330 ${232 * f} -270L${254 * f} -74L${188 * f} -60L${156 * f} -250Z`
  let knit = ''
  for (let i = -7; i <= 7; i++) {
    const x = i * 22
    for (let y = -430; y < -60; y += 20) knit += `M${x - 6} ${y}Q${x} ${y + 9} ${x} ${y + 15}Q${x} ${y + 9} ${x + 6} ${y}`
  }
  const cable = [-60, 60]
    .map((x) => {
      let s = ''
      for (let y = -420; y < -50; y += 46)
        s +=
          stroke(`M${x - 14} ${y}C${x - 14} ${y + 24} ${x + 14} ${y + 22} ${x + 14} ${y + 46}`, lift(c, 0.3), 11, 'opacity=".85"') +
          stroke(`M${x + 14} ${y}C${x + 14} ${y + 24} ${x - 14} ${y + 22} ${x - 14} ${y + 46}`, drop(c, 0.1), 10)
      return s
    })
    .join('')
  const rib = (x, y, w, h, k = 12) =>
    form(art, rrect(x, y, w, h, 8), drop(c, 0.04), {
      k: [-6, -4],
      inside: [...Array(Math.floor(w / k))]
        .map((_, i) => stroke(`M${x + 6 + i * k} ${y + 2}L${x + 6 + i * k} ${y + h - 2}`, drop(c, 0.3), 3, 'opacity=".4"'))
        .join(''),
    })
  const shadeIn = fill(
    'M-156 -250C-150 -330 -160 -380 -176 -408L-140 -400C-124 -330 -124 -200 -130 -34L-160 -34Z',
    drop(c, 0.5),
    `opacity=".25" ${art.blur(8)}`,
  )
  const cuff = (f) => `<g transform="translate(${221 * f} -46) rotate(${f * -7})">${rib(-38, -28, 76, 48)}</g>`
  const neck =
    stroke('M-70 -454C-44 -416 44 -416 70 -454', drop(c, 0.06), 26) +
    stroke('M-70 -460C-44 -424 44 -424 70 -460', lift(c, 0.3), 5, 'opacity=".6"') +
    fill('M-66 -462C-40 -480 40 -480 66 -462C44 -436 -44 -436 -66 -462Z', drop(c, 0.42))
  const hook = hanger
    ? stroke('M0 -478L0 -520C0 -544 34 -540 32 -566C30 -590 -6 -590 -8 -566', '#9aa09c', 8) +
      stroke('M-90 -452C-40 -482 40 -482 90 -452', '#B58452', 16)
    : ''
  return {
    body:
      hook +
      form(art, sleeve(-1), lift(c, 0.03), { k: [-10, 0], shade: 0.26 }) +
      form(art, sleeve(1), drop(c, 0.12), { k: [-18, 0], shade: 0.24 }) +
      cuff(-1) +
      cuff(1) +
      form(art, torso, c, { k: [-18, -6], shade: 0.2, inside: stroke(knit, drop(c, 0.28), 2.2, 'opacity=".32"') + cable + shadeIn }) +
      rib(-160, -44, 320, 46) +
      neck,
    w: 520,
    h: 590,
    foot: 170,
    flatFoot: true,
    hang: true,
  }
}

/** A silk square folded once, corner thrown back, seen from above. */
export function scarf(art, c, { accent = '#F2B544', deep = '#2F4A6B' } = {}) {
  const cream = '#F8EFE2',
    square = rrect(-210, -420, 420, 420, 10)
  const flower = (x, y, r, k, m = accent) =>
    at(
      x,
      y,
      1,
      [...Array(6)]
        .map(
          (_, i) =>
            `<g transform="rotate(${i * 60})">${fill(`M0 0C${n(r * 0.5)} ${n(-r * 0.3)} ${n(r * 0.4)} ${-r} 0 ${-r}C${n(-r * 0.4)} ${-r} ${n(-r * 0.5)} ${n(-r * 0.3)} 0 0Z`, i % 2 ? lift(k, 0.14) : k)}${stroke(`M0 ${n(-r * 0.3)}L0 ${n(-r * 0.72)}`, drop(k, 0.3), 3, 'opacity=".45"')}</g>`,
        )
        .join('') +
        fill(oval(0, 0, r * 0.24), m) +
        fill(oval(0, 0, r * 0.1), deep),
    )
  const sprigs = [
    [-60, -250, 40],
    [80, -140, -130],
    [70, -300, -40],
    [-90, -120, 150],
  ]
    .map(([x, y, r]) => at(x, y, 1, leafPair('#1E7F4F'), r))
    .join('')
  const pattern =
    fill(rrect(-188, -398, 376, 376, 4), cream) +
    fill(rrect(-174, -384, 348, 348, 4), accent) +
    fill(rrect(-164, -374, 328, 328, 4), cream) +
    sprigs +
    flower(0, -210, 92, c) +
    flower(-118, -324, 50, deep) +
    flower(118, -324, 44, c, deep) +
    flower(-118, -96, 46, c, deep) +
    flower(120, -98, 54, deep) +
    [
      [0, -350],
      [0, -66],
      [-140, -210],
      [142, -210],
    ]
      .map(([x, y]) => flower(x, y, 22, accent, c))
      .join('')
  const f = (p, dark, o) => fill(p, dark ? drop(c, 0.6) : '#fff', `opacity="${o}" ${art.blur(11)}`)
  const folds =
    f('M-70 -430C-40 -300 -90 -130 -60 10C-20 -130 -20 -300 -40 -430Z', 1, 0.2) +
    f('M120 -430C150 -300 90 -130 130 10C170 -130 170 -300 150 -430Z', 1, 0.2) +
    f('M20 -430C60 -300 10 -130 50 10C80 -130 90 -300 60 -430Z', 0, 0.5) +
    f('M-170 -430C-130 -300 -170 -130 -130 10C-110 -130 -110 -300 -140 -430Z', 0, 0.45)
  const corner = 'M210 -190C150 -176 60 -120 20 0L200 0Q210 0 210 -10Z'
  const thrown =
    fill('M214 -196C150 -180 50 -120 8 8L-30 -40C20 -130 110 -200 214 -196Z', drop(c, 0.6), `opacity=".4" ${art.blur(12)}`) +
    form(art, 'M210 -190C120 -186 30 -130 -36 -66C-20 -40 0 -16 20 0C60 -120 150 -176 210 -190Z', lift(c, 0.12), {
      k: [-6, -8],
      shade: 0.24,
      grain: 0.5,
    }) +
    stroke('M206 -186C120 -180 40 -130 -28 -62', cream, 5, 'opacity=".8"')
  const hem = stroke(square, drop(c, 0.16), 9)
  const body =
    `<g ${art.clip(`${square}${corner}`)}>${form(art, square, c, { k: [-8, -8], shade: 0.2, inside: pattern + folds, grain: 0.5 })}${hem}</g>` +
    thrown
  return { body, w: 420, h: 420, foot: 200 }
}
const leafPair = (g) =>
  [-26, 26]
    .map(
      (r) =>
        `<g transform="rotate(${r})">${fill('M0 0Q22 -12 52 0Q22 12 0 0Z', g)}${stroke('M4 0L44 0', lift(g, 0.4), 2, 'opacity=".6"')}</g>`,
    )
    .join('')
