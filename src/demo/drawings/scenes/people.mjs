// Scenes with a person in them.

import { people } from '../cast.mjs'
import { form } from '../form.mjs'
import { counter, curtain, daylight, wash, window } from '../furniture.mjs'
import { drop, lift } from '../palette.mjs'
import { bust } from '../people.mjs'
import { steam } from '../place.mjs'
import { books, plant } from '../props.mjs'
import { at, fill, oval, poly, rrect, stroke } from '../svg.mjs'
import { glow, hills } from '../weather.mjs'

/** A creator at work: ring light, phone on a tripod, products on the table. */
const live = (look) => (s, art) => {
  const { wall, top, c, held } = look,
    X = 420
  s.add(wash(art, [-100, -100, 1100, 1400], wall, [0, 0, 0.9, 1], 0.36, 0.12))
  s.add(
    fill(
      rrect(560, 250, 400, 18, 3),
      art.lin(
        [
          [0, '#C79666'],
          [1, '#9C6A40'],
        ],
        [0, 0, 0, 1],
      ),
    ),
    fill(rrect(574, 272, 400, 26), drop(wall, 0.5), `opacity=".28" ${art.blur(9)}`),
  )
  s.prop(plant(art, 'rubber', '#F4ECDF', '#4E7F5C'), 812, 250, 0.52, '#9C6A40', { cast: 0.3, lean: 0.2 })
  s.prop(books(art, ['#C8552F', '#F2E6D0', '#5C7A9A'], 150, 26), 648, 250, 1, '#9C6A40', { cast: 0.3, lean: 0.2, contact: 0.5 })
  // Ring light, a halo behind the head.
  s.add(
    stroke(`M${X} 640L${X} 1010`, '#3A3F42', 16),
    glow(art, X, 400, 430, 0.55, '#FFF3D2'),
    stroke(oval(X, 400, 262), drop(wall, 0.3), 40, 'opacity=".5" transform="translate(14 18)"'),
    stroke(oval(X, 400, 262), '#FFFDF6', 38),
    stroke(oval(X, 400, 262), '#FFE9B8', 6, 'opacity=".8"'),
    stroke(oval(X, 400, 284), '#D9CFC4', 7),
  )
  const who = { ...people[look.who], top: ['none'], eyes: 'open', smile: 2, extra: 'hoops' },
    skin = who.skin
  const torso =
    form(art, 'M-66 590C-150 616 -226 640 -256 720L-270 1120L270 1120L256 720C226 640 150 616 66 590C44 634 -44 634 -66 590Z', c, {
      k: [-30, -12],
      shade: 0.22,
    }) + stroke('M-68 588C-46 640 46 640 68 588', lift(c, 0.3), 10)
  const person = at(0, 400, 1.36, bust(art, who)) + torso
  s.add(`<g ${art.silhouette(drop(wall, 0.45), 22, [0.12, 0.1])} opacity=".3">${at(X + 54, 36, 1, person)}</g>`, at(X, 0, 1, person))
  s.add(counter(art, 1000, top, { y2: 1150, edge: 60 }))
  // Her right arm rests on the table, the left one lifts the bottle.
  const rest = form(
    art,
    'M-240 668C-310 760 -366 880 -350 990C-340 1052 -270 1064 -210 1052L-40 1030L-50 956L-196 966C-214 960 -208 900 -196 840Z',
    lift(c, 0.06),
    { k: [-14, -12], shade: 0.26 },
  )
  const upper = form(art, 'M168 650C240 650 286 720 330 820L372 940C384 1010 296 1040 262 985L186 800Z', drop(c, 0.08), {
    k: [-16, -8],
    shade: 0.26,
  })
  const fore =
    form(art, 'M374 930C390 1016 290 1056 258 986L176 740L250 708Z', c, { k: [-16, -8], shade: 0.28 }) +
    form(art, 'M170 744L254 706L264 734L180 772Z', drop(c, 0.1), { k: [-5, -4] })
  const palm = form(art, 'M-30 42C-64 40 -76 4 -66 -10L-40 -26L24 -30C44 -16 46 20 30 44Z', skin, { k: [-8, -6], shade: 0.16 })
  s.add(
    `<g opacity=".3" ${art.silhouette(drop(c, 0.5), 12, [0.1, 0.1])}>${at(X + 14, 18, 1, rest + upper + fore)}</g>`,
    at(X, 0, 1, rest + upper),
    at(
      X - 44,
      992,
      1,
      form(art, 'M0 -34C40 -40 84 -24 96 -6C104 10 90 22 70 20L10 38L-8 36Z', skin, { k: [-6, -7], shade: 0.16 }) +
        stroke('M92 -2L54 2M82 14L50 12', drop(skin, 0.3), 3.4, 'opacity=".5"'),
    ),
  )
  s.add(at(X + 214, 706, 1.06, palm))
  s.put(held[0], X + 188, 716, 230, { colour: held[1], contact: 0, cast: 0, rot: 7, spot: [X + 176, 600] })
  s.add(
    at(X, 0, 1, fore),
    at(
      X + 226,
      694,
      0.98,
      form(
        art,
        'M30 62C44 40 44 -14 26 -30C10 -34 0 -28 -6 -20L-66 -24C-82 -22 -82 -2 -66 0L-70 6C-84 10 -84 28 -68 30L-62 34C-72 42 -66 56 -52 56C-48 66 -20 72 6 72Z',
        skin,
        { k: [-7, -6], shade: 0.16 },
      ) + stroke('M-66 0L-18 0M-68 30L-18 28', drop(skin, 0.3), 3.4, 'opacity=".55"'),
    ),
  )
  look.goods(s, top)
  const mini = `<g ${art.clip(rrect(-68, -316, 136, 246, 10))}>${fill(rrect(-68, -316, 136, 246), '#F3D2BF')}${stroke(oval(0, -214, 56), '#FFFDF6', 9)}${at(0, -214, 0.3, bust(art, { ...who, top: ['crew', c] }))}${fill(oval(48, -300, 7), '#D8432B')}${fill(rrect(-58, -92, 60, 9, 4), '#fff', 'opacity=".9"')}</g>`
  const phone =
    stroke('M0 -70L0 -26M0 -30L-56 0M0 -30L56 0M0 -30L10 4', '#2B2F33', 12) +
    form(art, rrect(-78, -328, 156, 270, 20), '#23282D', { k: [-4, -4], shade: 0.4 }) +
    mini +
    fill(
      poly([
        [-68, -316],
        [0, -316],
        [-68, -200],
      ]),
      '#fff',
      'opacity=".16"',
    )
  s.prop({ body: phone, w: 160, h: 330, foot: 60, flatFoot: true }, 786, 1140, 0.98, top, { lean: 0.4 })
  s.still(daylight(art, { o: 0.14, leaf: false }))
}

/** Half-length: a person by the window, both hands round a mug. */
const warmHands = (look) => (s, art) => {
  const { wall } = look
  s.add(wash(art, [0, 0, 900, 1200], wall, [0, 0, 0.9, 1], 0.4, 0.1))
  s.add(
    window(art, 70, 80, 420, 720, {
      frame: '#FBF5EA',
      sky: look.sky,
      cols: 2,
      rows: 3,
      view: look.view(art),
    }),
    curtain(art, -20, 30, 150, 1170, look.cloth, 4),
  )
  s.prop(plant(art, 'rubber', '#C4683F', '#3E7B57'), 800, 830, 1.02, wall, { cast: 0.4 })
  s.add(
    fill(
      rrect(620, 826, 300, 20, 3),
      art.lin(
        [
          [0, '#C79666'],
          [1, '#9C6A40'],
        ],
        [0, 0, 0, 1],
      ),
    ),
  )
  const { c } = look,
    who = { ...people[look.who], top: ['collar', c], eyes: 'closed', smile: 1 },
    hand = who.skin,
    X = 440
  const torso =
    form(art, 'M-78 596C-150 622 -236 640 -262 720L-280 1230L290 1230L266 720C238 640 150 622 78 596C40 560 -40 560 -78 596Z', c, {
      k: [-30, -12],
      shade: 0.2,
    }) +
    [-150, -100, -50, 0, 50, 100, 150]
      .map((x) => stroke(`M${x} 680Q${x * 1.1} 900 ${x * 1.05} 1210`, drop(c, 0.25), 5, 'opacity=".16"'))
      .join('')
  const head = at(0, 400, 1.4, bust(art, who))
  s.add(
    `<g ${art.silhouette(drop(wall, 0.45), 24, [0.12, 0.1])} opacity=".3">${at(X + 60, 40, 1, torso + head)}</g>`,
    at(X, 0, 1, torso + head),
  )
  const arm = (f) =>
    form(
      art,
      `M${f * 236} 664C${f * 310} 760 ${f * 368} 920 ${f * 346} 1016C${f * 326} 1094 ${f * 236} 1098 ${f * 172} 1060L${f * 76} 990L${f * 112} 900L${f * 178} 938C${f * 206} 946 ${f * 214} 920 ${f * 206} 880C${f * 196} 820 ${f * 176} 760 ${f * 170} 720C${f * 180} 680 ${f * 210} 660 ${f * 236} 664Z`,
      f < 0 ? lift(c, 0.07) : drop(c, 0.06),
      {
        k: [-16, -14],
        shade: 0.26,
        inside: stroke(
          `M${f * 250} 1040Q${f * 220} 1000 ${f * 214} 950M${f * 200} 1058Q${f * 180} 1010 ${f * 172} 960`,
          drop(c, 0.35),
          5,
          'opacity=".4"',
        ),
      },
    )
  const cuff = (f) => form(art, `M${f * 124} 892L${f * 84} 998L${f * 58} 984L${f * 98} 878Z`, drop(c, 0.08), { k: [-5, -5], shade: 0.26 })
  const arms = arm(-1) + arm(1) + cuff(-1) + cuff(1)
  s.add(`<g opacity=".34" ${art.silhouette(drop(c, 0.5), 12, [0.1, 0.1])}>${at(X + 14, 18, 1, arms)}</g>`, at(X, 0, 1, arms))
  s.put('mug', X - 4, 1034, 190, { ground: drop(c, 0.2), colour: look.mug, cast: 0.3, lean: 0.2, contact: 0 })
  const fingers = (f) =>
    at(
      X - 4 + f * 78,
      950,
      0.94,
      `<g transform="scale(${f} 1)">${form(art, 'M50 64C70 30 66 -34 40 -50C20 -58 6 -46 -6 -36L-46 -26C-60 -22 -60 -4 -44 -2L-50 8C-62 14 -58 30 -44 30L-44 38C-54 46 -48 60 -36 58C-34 74 -10 82 14 80Z', f < 0 ? hand : drop(hand, 0.06), { k: [f * -8, -6], shade: 0.16 })}${stroke('M-44 -2L2 -6M-44 30L2 26M-36 58L0 52', drop(hand, 0.3), 3.4, 'opacity=".6"')}</g>`,
    )
  s.add(fingers(-1), fingers(1))
  s.still(steam(art, X - 8, 820, 190, 0.55))
  look.light(s, art)
}

const pink = live({
  wall: '#E9C4B4',
  top: '#F4E6D6',
  c: '#3F7F66',
  who: 'mei',
  held: ['serum', 0],
  goods: (s, top) =>
    s
      .put('cream', 150, 1076, 110, { ground: top, colour: 1, lean: 0.4 })
      .put('sunscreen', 286, 1118, 190, { ground: top, colour: 0, lean: 0.4 })
      .put('lipstick', 560, 1116, 150, { ground: top, colour: 0, lean: 0.4 }),
})
const yellow = live({
  wall: '#F0D08A',
  top: '#F7EBD6',
  c: '#8B3F4E',
  who: 'ama',
  held: ['perfume', 1],
  goods: (s, top) =>
    s
      .put('hand-cream', 150, 1100, 190, { ground: top, colour: 0, lean: 0.4 })
      .put('cream', 300, 1120, 110, { ground: top, colour: 0, lean: 0.4 })
      .put('lipstick', 560, 1116, 150, { ground: top, colour: 2, lean: 0.4 }),
})
const morning = warmHands({
  wall: '#E9DCC6',
  cloth: '#F6EEE0',
  c: '#C9825F',
  who: 'lin',
  mug: 1,
  sky: ['#CFE3E6', '#FCEBCB'],
  view: (art) =>
    hills(art, 760, [
      ['#B9CFA9', 170, 0.1],
      ['#8FB58A', 90, 0],
    ]),
  light: (s, art) => s.still(daylight(art, { o: 0.1, leaf: false })),
})
const late = warmHands({
  wall: '#5A6478',
  cloth: '#8A6A5E',
  c: '#3F6A5E',
  who: 'zhou',
  mug: 0,
  sky: ['#1B2848', '#5E5A86'],
  view: (art) =>
    hills(art, 760, [
      ['#3A4670', 210, 0.1],
      ['#2B3558', 130, 0],
    ]) +
    [...Array(40)]
      .map(() =>
        fill(oval(art.rnd.range(80, 480), art.rnd.range(620, 780), art.rnd.range(2, 5)), art.rnd.pick(['#FFD98A', '#F7B34D', '#FFE9BE'])),
      )
      .join(''),
  light: (s, art) => s.add(glow(art, 760, 520, 520, 0.28)),
})

export const withPeople = { 'creator-live': pink, 'live-perfume': yellow, 'morning-mug': morning, 'evening-mug': late }
