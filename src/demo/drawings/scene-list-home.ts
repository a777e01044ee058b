import { entry } from './scene-entry.ts'

/** Kitchens, tables and rooms. */
export const homeScenes = [
  entry('coffee-pour', 'tall', 'coffee:0 dripper:0 mug:1 kettle:0', {
    zh: '细口壶正往滤杯里注水，旁边是一袋咖啡豆和一只绿杯子',
    en: 'A gooseneck kettle pours into the dripper; a bag of beans and a green mug stand by',
    mood: 'terracotta morning',
  }),
  entry('coffee-window', 'tall', 'coffee:1 dripper:1 mug:2 kettle:1', {
    zh: '窗边的手冲台，晨光里刚冲好一壶咖啡',
    en: 'The coffee corner by the window, a fresh pot in the morning light',
    mood: 'cool early light',
  }),
  entry('kitchen-steam', 'tall', 'tea-tin:1 honey:0 cast-pot:0 knife:0', {
    zh: '厨房台面上冒着热气的红色铸铁锅，案板上有刀和番茄',
    en: 'A red cast-iron pot steams on the counter; a knife and tomatoes on the board',
    mood: 'noon, cooking',
  }),
  entry('kitchen-night', 'tall', 'tea-tin:2 honey:1 cast-pot:1 knife:1', {
    zh: '夜里的厨房，一盏灯下，绿色铸铁锅还在炖',
    en: 'The kitchen at night: the green pot still simmers under one lamp',
    mood: 'late, one warm light',
  }),
  entry('tea-rain', 'tall', 'tea-tin:0 gaiwan:1', {
    zh: '雨天窗前的茶席：米白盖碗、两只小杯、绿色茶罐',
    en: 'Tea by the window in the rain: a white gaiwan, two cups, a green tin',
    mood: 'rain, calm',
  }),
  entry('tea-snow', 'tall', 'tea-tin:1 gaiwan:0', {
    zh: '窗外下雪，木桌上一只青瓷盖碗冒着热气，旁边是赭色茶罐和柿子',
    en: 'Snow outside; a celadon gaiwan steams on the table beside a russet tin and persimmons',
    mood: 'winter, white light',
  }),
  entry('moon-tea', 'tall', 'tea-tin:0 gaiwan:2 candle:1', {
    zh: '圆窗外一轮月亮和竹影，窗下是盖碗、茶罐和一支蜡烛',
    en: 'A moon and bamboo in a round window; below it a gaiwan, a tin and a candle',
    mood: 'autumn night, still',
  }),
  entry('noodle-night', 'short', 'tea-tin:2 noodles:0', {
    zh: '夜里的面，一盏红灯下冒着热气，窗外是楼房的灯',
    en: 'Noodles at night, steaming under a red lamp, lit windows outside',
    mood: 'late hunger',
  }),
  entry('noodle-noon', 'short', 'dried-mango:1 noodles:1', {
    zh: '中午的一碗红碗面，窗外是绿色山坡',
    en: 'A bowl of noodles at noon, green hills in the window',
    mood: 'bright lunch',
  }),
  entry('bento-noon', 'square', 'bento:0 thermos:2 e-reader:1', {
    zh: '午休的桌面俯拍：打开的便当盒、保温壶和一台阅读器',
    en: 'A lunch break from above: an open bento box, a thermos and an e-reader',
    mood: 'tidy lunch break',
  }),
  entry('honey-breakfast', 'square', 'honey:0 mug:0 bento:1', {
    zh: '早餐桌俯拍：抹了蜂蜜的吐司、柠檬片、一罐蜂蜜和便当盒',
    en: 'Breakfast from above: toast with honey, lemon slices, a jar of honey and a lunch box',
    mood: 'sunny breakfast',
  }),
  entry('chocolate-break', 'square', 'chocolate:1 coffee:2 e-reader:2', {
    zh: '深色木桌上掰开的黑巧克力、一杯咖啡、一袋豆子和阅读器',
    en: 'Broken dark chocolate, a cup of coffee, a bag of beans and an e-reader on dark wood',
    mood: 'dark, slow afternoon',
  }),
  entry('gift-wrap', 'square', 'tea-tin:1 candle:2 chocolate:0', {
    zh: '包礼物的桌子：牛皮纸、红丝带、茶罐、蜡烛和一块巧克力',
    en: 'Wrapping gifts: brown paper, red ribbon, a tea tin, a candle and a bar of chocolate',
    mood: 'festive',
  }),
  entry('reading-corner', 'tall', 'lamp:2 cushion:1 mug:0 basket:0', {
    zh: '阅读角：砖红色单人沙发、亮着的蘑菇台灯、一杯热茶',
    en: 'A reading corner: a brick armchair, the mushroom lamp lit, a hot drink',
    mood: 'evening, warm',
  }),
  entry('reading-winter', 'tall', 'lamp:0 blanket:1 e-reader:0 basket:1', {
    zh: '下雪的窗边，墨绿沙发上搭着毯子，小桌上有台灯和阅读器',
    en: 'Snow at the window, a blanket over the green armchair, a lamp and an e-reader on the table',
    mood: 'winter evening',
  }),
  entry('bedside', 'tall', 'lamp:1 desk-clock:0 e-reader:0 hand-cream:0', {
    zh: '床头柜上的小灯、时钟、阅读器和护手霜，窗外是夜色',
    en: 'A bedside table with a lamp, a clock, an e-reader and hand cream; night outside',
    mood: 'before sleep',
  }),
  entry('sofa-cat', 'tall', 'cushion:0 blanket:2 vase:1', {
    zh: '沙发上睡着一只橘猫，身边是条纹抱枕和毯子',
    en: 'A ginger cat asleep on the sofa beside a striped cushion and a blanket',
    mood: 'lazy sunday',
  }),
  entry('moving-boxes', 'tall', 'lamp:0 basket:1 vase:2', {
    zh: '刚搬进来的房间，纸箱上立着台灯，地上有藤篮和一只花瓶',
    en: 'The day of moving in: a lamp on a cardboard box, a basket and a vase on the floor',
    mood: 'new start, empty room, sun',
  }),
  entry('vase-sill', 'short', 'vase:0 candle:0 basket:2', {
    zh: '窗台上的花瓶、蜡烛和藤篮，午后的光斜照进来',
    en: 'A vase, a candle and a basket on the sill in slanting afternoon light',
    mood: 'spring, blossoms',
  }),
  entry('morning-mug', 'tall', 'mug:1', {
    zh: '窗边的人双手捧着一杯热饮，闭着眼睛',
    en: 'Someone by the window holds a hot mug in both hands, eyes closed',
    mood: 'slow morning',
  }),
  entry('evening-mug', 'tall', 'mug:0', {
    zh: '夜里窗前的人捧着一只陶土色的杯子，窗外是灯火',
    en: 'A man at the window at night with a clay mug, lights outside',
    mood: 'late, quiet',
  }),
]
