import { entry } from './scene-entry.ts'

/** Camps, ways and open air. */
export const outsideScenes = [
  entry('camp-dusk', 'tall', 'tent:0 backpack:1 lantern:1 thermos:0', {
    zh: '暮色里的营地，帐篷亮着灯，木箱上有营灯和保温壶',
    en: 'A camp at dusk: the tent is lit, a lantern and a thermos stand on a crate',
    mood: 'warm, first stars',
  }),
  entry('camp-dawn', 'tall', 'tent:1 camp-chair:0 kettle:2 thermos:1', {
    zh: '清晨的湖边营地，雾还没散，折叠椅旁的木箱上烧着一壶水',
    en: 'A lakeside camp in morning mist, a kettle steaming on a crate beside the folding chair',
    mood: 'misty, quiet, pale gold',
  }),
  entry('camp-snow', 'tall', 'tent:2 lantern:0 thermos:2', {
    zh: '雪夜的帐篷，门缝透出暖光，木箱上一盏绿色营灯',
    en: 'A tent in the snow at night, warm light at its door, a green lantern on the crate',
    mood: 'cold blue, falling snow, warm light',
  }),
  entry('camp-autumn', 'tall', 'camp-chair:1 blanket:0 backpack:0 lantern:2', {
    zh: '秋天的林间空地，折叠椅上搭着毯子，地上一层落叶',
    en: 'A clearing in autumn, a blanket over the folding chair, leaves on the ground',
    mood: 'golden afternoon, falling leaves',
  }),
  entry('ridge-night', 'tall', 'backpack:2 headlamp:0 thermos:0', {
    zh: '山脊上的夜，石头上的头灯照出一道光，旁边是背包和保温壶',
    en: 'Night on a ridge: a headlamp on a rock throws a beam past a backpack and a thermos',
    mood: 'deep night, moon, milky stars',
  }),
  entry('trail-pack', 'short', 'backpack:0 headlamp:1 thermos:2 sunglasses:1 chocolate:0 dried-mango:0', {
    zh: '出发前摊在木地板上的装备：背包、头灯、保温壶、墨镜、巧克力和芒果干',
    en: 'Packing on a wooden floor: backpack, headlamp, thermos, sunglasses, chocolate and dried mango',
    mood: 'orderly flat-lay, evening before a trip',
  }),
  entry('picnic', 'square', 'thermos:0 honey:0 sunglasses:1 dried-mango:1', {
    zh: '红格子布上的野餐：面包、蜂蜜、芒果干、保温壶和墨镜',
    en: 'A picnic on red gingham: bread, honey, dried mango, a thermos and sunglasses',
    mood: 'sunny, playful',
  }),
  entry('beach-day', 'tall', 'tote:2 sunscreen:2 sunglasses:2', {
    zh: '海边的阳伞下，沙地毛巾上放着帆布包、防晒乳和墨镜',
    en: 'Under a parasol by the sea: a tote, sunscreen and sunglasses on a towel in the sand',
    mood: 'bright noon, sea breeze',
  }),
  entry('balcony', 'tall', 'thermos:1 mug:1 basket:1', {
    zh: '阳台花箱边的小圆桌，一只保温壶、一杯热茶和几本书',
    en: 'A small round table on a flowering balcony, with a thermos, a mug and books',
    mood: 'fresh afternoon, city far away',
  }),
  entry('balcony-evening', 'tall', 'speaker:0 candle:0 basket:2', {
    zh: '傍晚的阳台，楼群亮起灯，圆桌上有音箱和点着的蜡烛',
    en: 'The balcony in the evening: city lights, a speaker and a burning candle on the table',
    mood: 'blue hour, soft lights',
  }),
  entry('market-stall', 'tall', 'honey:2 dried-mango:0 tea-tin:1 basket:0', {
    zh: '集市上的小摊，条纹棚子下摆着蜂蜜、芒果干、茶罐和一篮柿子',
    en: 'A market stall under a striped awning: honey, dried mango, a tea tin and a basket',
    mood: 'cheerful morning market',
  }),
  entry('bus-stop', 'tall', 'tote:1 sneakers:0 headphones:0', {
    zh: '下雨的公交站，长椅上放着帆布包和耳机，地上一双蓝色球鞋',
    en: 'A bus stop in the rain: a tote and headphones on the bench, blue sneakers below',
    mood: 'rainy evening, reflections',
  }),
  entry('train-window', 'tall', 'e-reader:0 headphones:1 thermos:1', {
    zh: '火车靠窗的小桌，窗外是田野和远山，桌上有阅读器、耳机和保温壶',
    en: 'A table by the train window, fields and hills outside; an e-reader, headphones and a thermos',
    mood: 'on the way, late sun',
  }),
  entry('sneaker-steps', 'tall', 'tote:2 sneakers:2 sunglasses:0', {
    zh: '石阶上的球鞋，旁边是蓝色帆布包和一副墨镜',
    en: 'Sneakers on stone steps, with a blue tote and sunglasses',
    mood: 'old town, strong sun',
  }),
]
