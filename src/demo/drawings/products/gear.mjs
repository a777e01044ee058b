import { form } from '../form.mjs'
import { drop, lift } from '../palette.mjs'
import { lathe, patch, profile } from '../shade.mjs'
import { at, fill, oval, poly, rrect, stroke } from '../svg.mjs'

const beech = '#C08A57'
const bar = (x1, y1, x2, y2, w, c = beech) =>
  stroke(`M${x1} ${y1}L${x2} ${y2}`, drop(c, 0.3), w) +
  stroke(`M${x1 - 2} ${y1 - 1}L${x2 - 2} ${y2 - 1}`, c, w * 0.72) +
  stroke(`M${x1 - w * 0.2} ${y1}L${x2 - w * 0.2} ${y2}`, lift(c, 0.5), w * 0.16, 'opacity=".7"')

/** Folding chair: beech frame, canvas seat and back. */
export function campChair(art, c) {
  const seams = (d) => stroke(d, lift(c, 0.5), 2.4, 'stroke-dasharray="8 7" opacity=".7"')
  const back =
    form(art, 'M-150 -446C-60 -428 60 -428 150 -446L158 -284C60 -262 -60 -262 -158 -284Z', c, { k: [-18, -12], shade: 0.24 }) +
    seams('M-140 -430C-60 -414 60 -414 140 -430M-146 -300C-60 -280 60 -280 146 -300')
  const seat =
    form(art, 'M-158 -210C-60 -190 60 -190 158 -210L196 -160C80 -128 -80 -128 -196 -160Z', lift(c, 0.1), { k: [-10, -8], shade: 0.2 }) +
    form(art, 'M-196 -160C-80 -128 80 -128 196 -160L192 -128C80 -98 -80 -98 -192 -128Z', drop(c, 0.1), { k: [-8, -6], shade: 0.26 }) +
    seams('M-184 -146C-80 -116 80 -116 184 -146')
  const arm = (f) =>
    form(
      art,
      poly([
        [f * 150, -300],
        [f * 172, -304],
        [f * 224, -262],
        [f * 196, -252],
      ]),
      lift(beech, f < 0 ? 0.16 : 0),
      { k: [-4, -4], shade: 0.3 },
    ) +
    fill(
      poly([
        [f * 196, -252],
        [f * 224, -262],
        [f * 224, -250],
        [f * 196, -240],
      ]),
      drop(beech, 0.3),
    )
  return {
    body:
      bar(-150, -456, -164, -90, 20) +
      bar(150, -456, 164, -90, 20, drop(beech, 0.1)) +
      bar(150, -176, -150, -16, 17, drop(beech, 0.2)) +
      bar(-150, -176, 150, -16, 17) +
      back +
      seat +
      bar(-204, -250, -204, -4, 22) +
      bar(204, -250, 204, -4, 22, drop(beech, 0.1)) +
      bar(-204, -40, 204, -40, 14, drop(beech, 0.08)) +
      arm(-1) +
      arm(1),
    w: 450,
    h: 466,
    foot: 210,
    flatFoot: true,
    feet: [
      [-204, 26],
      [204, 26],
    ],
  }
}

const lens = (art, on) =>
  fill(oval(0, 0, 38), '#2B2F33') +
  fill(
    oval(0, 0, 32),
    art.rad([
      [0, on ? '#FFFDF0' : '#F4F6F4'],
      [0.55, on ? '#FFE9A8' : '#C9D2D4'],
      [1, on ? '#E7B75A' : '#7F8B90'],
    ]),
  ) +
  fill(oval(-11, -12, 9, 6), '#fff', 'opacity=".9"')
const housing = (art, c, on) =>
  form(art, rrect(-74, -48, 148, 98, 30), drop('#3A4044', 0.1), { k: [-7, -8], shade: 0.4 }) +
  form(art, rrect(-60, -62, 120, 30, 12), c, { k: [-5, -5], shade: 0.3 }) +
  fill(rrect(-22, -68, 40, 12, 6), lift(c, 0.4)) +
  lens(art, on) +
  fill(rrect(46, -8, 14, 14, 4), c)

/** Head torch on its elastic band; `above` is the band lying open, seen from over it. */
export function headlamp(art, c, { above = false, on = true } = {}) {
  if (above) {
    const ring = oval(0, -150, 168, 128)
    const band =
      stroke(ring, drop(c, 0.34), 46) +
      stroke(ring, c, 38) +
      stroke(ring, lift(c, 0.4), 5, 'stroke-dasharray="16 12" opacity=".8"') +
      stroke('M-3 -268L-3 -60', drop(c, 0.3), 32) +
      stroke('M-3 -268L-3 -60', lift(c, 0.05), 26)
    return { body: band + at(0, -24, 1.1, housing(art, c, false)), w: 380, h: 310, foot: 170 }
  }
  // A narrow dark band with a line in the colour; the far half is seen through the near one.
  const p = profile([
    [172, -58, 4],
    [175, -8, 6],
    [172, 0, 0],
  ])
  const web = '#3F474C'
  const stripe = fill(patch(p, -1, 1, -40, -18, 0.34), c) + fill(patch(p, -1, 1, -38, -35, 0.34), lift(c, 0.5), 'opacity=".8"')
  const halo = on
    ? fill(
        oval(0, 14, 230),
        art.rad([
          [0, '#FFF1C4', 0.7],
          [0.35, '#FFE3A0', 0.22],
          [1, '#FFE3A0', 0],
        ]),
      )
    : ''
  return {
    body:
      lathe(art, p, web, { tilt: 0.34, top: 'open', inside: stripe, shine: false, grain: 0.4 }) +
      at(0, 14, 1.12, housing(art, c, on)) +
      halo,
    w: 356,
    h: 190,
    foot: 168,
  }
}
