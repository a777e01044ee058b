/** A vertical clip, 720×1280 without sound: `src/demo/clips/<name>.mp4`, its poster is `src/demo/pictures/clip-<name>.webp`. */
export interface ClipEntry {
  name: string
  /** s */
  seconds: number
  /** When a product is the thing to look at: slug, colour (0 is the first), from and to in s. */
  moments: readonly (readonly [product: string, colour: number, from: number, to: number])[]
  /** What is seen. The lowest quarter and the uppermost eighth hold nothing that a card or a caption may not cover. */
  zh: string
  en: string
}

const clip = (name: string, seconds: number, moments: ClipEntry['moments'], zh: string, en: string): ClipEntry => ({
  name,
  seconds,
  moments,
  zh,
  en,
})

export const clips: readonly ClipEntry[] = [
  clip(
    'tent',
    9,
    [
      ['tent', 0, 0.5, 5],
      ['lantern', 1, 5, 8.5],
    ],
    '暮色里亮着的帐篷，星星一闪一闪，营灯的火苗在跳',
    'A lit tent at dusk, stars twinkle, the lantern flickers',
  ),
  clip(
    'pour-over',
    10,
    [
      ['dripper', 0, 0, 6],
      ['coffee', 0, 6, 9.5],
    ],
    '细口壶往滤杯里注水，分享壶里的咖啡慢慢升高',
    'A kettle pours, the coffee rises in the server, steam drifts',
  ),
  clip(
    'camp-morning',
    14,
    [
      ['camp-chair', 0, 1, 5],
      ['kettle', 2, 5, 9],
      ['tent', 1, 9, 13.5],
    ],
    '湖边清晨，雾从水面飘过，壶嘴冒着热气',
    'Morning by the lake: mist drifts over the water, the kettle steams',
  ),
  clip(
    'first-snow',
    12,
    [
      ['tent', 2, 0.5, 6],
      ['lantern', 0, 6, 11.5],
    ],
    '雪落在帐篷上，营灯照亮一圈雪地',
    'Snow falls on the tent, the lantern lights a circle of it',
  ),
  clip(
    'rain-tea',
    12,
    [
      ['gaiwan', 1, 0.5, 6.5],
      ['tea-tin', 0, 6.5, 11.5],
    ],
    '雨顺着窗玻璃往下流，盖碗冒着热气',
    'Rain runs down the window, the gaiwan steams',
  ),
  clip(
    'pot-simmer',
    12,
    [
      ['cast-pot', 0, 0.5, 7],
      ['knife', 0, 7, 11.5],
    ],
    '铸铁锅的盖子轻轻跳动，热气一阵一阵',
    'The lid of the pot trembles, steam comes in puffs',
  ),
  clip(
    'night-noodles',
    10,
    [
      ['noodles', 0, 0.5, 6.5],
      ['tea-tin', 2, 6.5, 9.5],
    ],
    '深夜一碗面，热气上升，对面楼的灯一盏盏亮灭',
    'Noodles late at night: steam rises, windows across the street go on and off',
  ),
  clip(
    'lamp-evening',
    12,
    [
      ['lamp', 2, 0.5, 5],
      ['cushion', 1, 5, 8.5],
      ['mug', 0, 8.5, 11.5],
    ],
    '天色暗下来，台灯亮了，杯子里冒着热气',
    'It grows dark, the lamp comes on, the mug steams',
  ),
  clip(
    'train-ride',
    14,
    [
      ['headphones', 1, 1, 5],
      ['e-reader', 0, 5, 9.5],
      ['thermos', 1, 9.5, 13],
    ],
    '火车窗外的田野和山往后退',
    'Fields and hills pass by the train window',
  ),
  clip(
    'bath-candle',
    10,
    [
      ['candle', 0, 0.5, 4],
      ['serum', 0, 4, 7],
      ['cream', 1, 7, 9.5],
    ],
    '浴室架子上的烛光摇曳，镜子里的光在动',
    'Candlelight wavers on the bathroom shelf and in the mirror',
  ),
  clip(
    'desk-night',
    12,
    [
      ['keyboard', 2, 0.5, 4.5],
      ['desk-clock', 1, 4.5, 8],
      ['headphones', 0, 8, 11.5],
    ],
    '深夜书桌，屏幕上星空缓缓转动，台灯微微闪',
    'A desk at night: stars turn slowly on the screen, the lamp breathes',
  ),
  clip(
    'bus-stop',
    12,
    [
      ['tote', 1, 0.5, 5],
      ['headphones', 0, 5, 8],
      ['sneakers', 0, 8, 11.5],
    ],
    '雨中的公交站，车灯从远处掠过，水洼里有涟漪',
    'A bus stop in the rain: headlights pass, rings in the puddles',
  ),
]
