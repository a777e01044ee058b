import { breathe, spot, streak, tint } from './light.ts'
import type { Stage } from './stage.ts'
import { ease, layersOf, put, viewsOf } from './stage-kit.ts'
import { flicker, steam } from './weather.ts'

/** The day goes, the lamp comes on at three seconds. */
export async function lampEvening(): Promise<Stage> {
  const off = await layersOf('reading-corner', { lit: false })
  const lit = await layersOf('reading-corner', { lit: true })
  return {
    path: [
      [0, 500, 740, 1.08],
      [3.4, 650, 680, 1.36],
      [5, 650, 690, 1.38],
      [6.6, 370, 830, 1.46],
      [8.5, 370, 830, 1.48],
      [10, 750, 740, 1.66],
      [12, 760, 740, 1.72],
    ],
    poster: 4.6,
    shot(frame, t, camera) {
      const [far, mid] = viewsOf(camera)
      const on = ease(t, 3, 3.5)
      const dark = ease(t, 0.3, 3)
      put(frame, off, 0, far)
      put(frame, off, 1, mid)
      if (on > 0) put(frame, lit, 1, mid, { opacity: on })
      const day = (night: number): number => 255 - (255 - night) * dark
      tint(frame, [day(150), day(146), day(178)])
      const lamp = on * (1 + 0.02 * Math.sin(t * 5.1))
      spot(frame, mid, 700, 640, 820, [255, 206, 130], 0.86 * lamp, { mode: 'shine' })
      spot(frame, mid, 736, 560, 420, [255, 196, 110], 0.24 * lamp, { mode: 'light' })
      spot(frame, mid, 736, 606, 170, [255, 228, 160], 0.26 * lamp, { mode: 'light', flat: 0.6 })
      steam(frame, mid, t, 794, 694, 140, 0.6)
      breathe(frame)
    },
  }
}

/** A candle among bottles; its light runs over the mirror. */
export async function bathCandle(): Promise<Stage> {
  const layers = await layersOf('bath-shelf')
  return {
    path: [
      [0, 450, 700, 1.08],
      [2, 520, 900, 1.5],
      [4, 520, 900, 1.52],
      [5.4, 270, 640, 1.56],
      [7, 270, 640, 1.58],
      [8.2, 430, 660, 1.62],
      [10, 440, 660, 1.66],
    ],
    poster: 3,
    shot(frame, t, camera) {
      const [far, mid] = viewsOf(camera)
      put(frame, layers, 0, far)
      const fire = flicker(t, 2)
      spot(frame, far, 420 + Math.sin(t * 0.7) * 60, 420, 230, [255, 226, 170], 0.34 * fire, {
        mode: 'light',
        panes: [[224, 134, 616, 552]],
      })
      put(frame, layers, 1, mid)
      const sway = Math.sin(t * 3.1) * 2.4 + Math.sin(t * 7.7) * 1.2
      for (let i = 0; i < 5; i += 1) put(frame, layers, 1, mid, { box: [500, 862 + i * 9, 540, 871 + i * 9], dx: sway * (1 - i / 5) })
      tint(frame, [150, 116, 118])
      spot(frame, mid, 520, 890, 760, [255, 214, 160], 0.8 * fire, { mode: 'shine' })
      spot(frame, mid, 520, 890, 420, [255, 176, 92], 0.2 * fire, { mode: 'light' })
      spot(frame, mid, 520, 892, 120, [255, 220, 150], 0.5 * fire, { mode: 'light' })
      spot(frame, mid, 520 + sway * 0.5, 888, 26, [255, 246, 214], 0.8 * fire, { mode: 'light', flat: 1.6 })
      breathe(frame)
    },
  }
}

/** Stars turn on the screen, the second hand runs, the mug steams. */
export async function deskNight(): Promise<Stage> {
  const layers = await layersOf('desk-night')
  const clock = { x: 800, y: 743, hand: 42 }
  return {
    path: [
      [0, 450, 700, 1.08],
      [2.8, 430, 880, 1.44],
      [4.5, 430, 880, 1.46],
      [6, 770, 770, 1.58],
      [8, 770, 765, 1.62],
      [9.4, 730, 890, 1.56],
      [12, 735, 890, 1.6],
    ],
    poster: 2.6,
    shot(frame, t, camera) {
      const [far, mid] = viewsOf(camera)
      put(frame, layers, 0, far)
      put(frame, layers, 1, mid)
      for (let i = 0; i < 70; i += 1) {
        const [radius, angle] = [30 + ((i * 53) % 290), i * 2.4 + t * 0.05]
        const [x, y] = [470 + Math.cos(angle) * radius, 520 + Math.sin(angle) * radius * 0.8]
        const hidden = Math.hypot(x - 590, (y - 470) * 1.1) < 50
        if (!hidden)
          spot(frame, mid, x, y, 3.4, [240, 236, 255], 0.5 + 0.4 * Math.sin(t * 1.3 + i), { panes: [[306, 406, 694, 592]], fall: 1 })
      }
      spot(frame, mid, 500, 560, 400, [150, 150, 235], 0.12 + 0.02 * Math.sin(t * 0.9), { mode: 'light' })
      spot(frame, mid, 196, 690, 440, [255, 208, 130], 0.17 + 0.03 * Math.sin(t * 1.7), { mode: 'light' })
      const turn = (Math.floor(t) + ease(t % 1, 0, 0.14)) * (Math.PI / 30) - 0.6
      streak(
        frame,
        mid,
        [
          clock.x - Math.sin(turn) * 10,
          clock.y + Math.cos(turn) * 10,
          clock.x + Math.sin(turn) * clock.hand,
          clock.y - Math.cos(turn) * clock.hand,
        ],
        2.6,
        [216, 67, 43],
        1,
      )
      steam(frame, mid, t, 88, 876, 170, 0.56)
      breathe(frame)
    },
  }
}
