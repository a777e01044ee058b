import { entry } from './scene-entry.ts'

/** Skin, clothes and desks. */
export const wearScenes = [
  entry('bath-shelf', 'short', 'serum:0 cream:1 sunscreen:0 candle:0 perfume:0', {
    zh: '浴室镜前的架子：精华、面霜、防晒、毛巾和香水',
    en: 'A bathroom shelf before the mirror: serum, cream, sunscreen, towels, perfume',
    mood: 'pink tiles, clean',
  }),
  entry('bath-green', 'short', 'serum:1 hand-cream:1 sunscreen:0 candle:1 perfume:1', {
    zh: '绿瓷砖浴室的架子：精华、护手霜、防晒、蜡烛和香水',
    en: 'A shelf on green tiles: serum, hand cream, sunscreen, a candle and perfume',
    mood: 'fresh, leafy',
  }),
  entry('vanity', 'tall', 'serum:0 cream:0 perfume:2 lipstick:0', {
    zh: '梳妆台俯拍：托盘上的精华和面霜，旁边是香水、口红和手镜',
    en: 'A vanity from above: serum and cream on a tray, perfume, lipstick and a hand mirror',
    mood: 'soft, rosy',
  }),
  entry('vanity-plum', 'tall', 'serum:2 cream:2 hand-cream:2 lipstick:1', {
    zh: '紫调梳妆台俯拍：精华、面霜、护手霜和一支口红',
    en: 'A plum-toned vanity from above: serum, cream, hand cream and a lipstick',
    mood: 'evening, plum',
  }),
  entry('creator-live', 'tall', 'serum:0 cream:1 sunscreen:0 lipstick:0', {
    zh: '环形灯前，她举着一瓶精华对着手机直播',
    en: 'Before the ring light she holds up a serum to the phone',
    mood: 'on air',
  }),
  entry('live-perfume', 'tall', 'perfume:1 hand-cream:0 cream:0 lipstick:2', {
    zh: '暖黄色的房间里，她举着一瓶香水，桌上是护手霜、面霜和口红',
    en: 'In a warm yellow room she holds up a perfume; hand cream, cream and lipstick on the table',
    mood: 'bright, talkative',
  }),
  entry('packing', 'short', 'sweater:0 scarf:0 headphones:0 sunscreen:0 sunglasses:0 perfume:0', {
    zh: '打开的行李箱：叠好的毛衣、丝巾、耳机、防晒、墨镜和香水',
    en: 'An open suitcase: a folded sweater, a scarf, headphones, sunscreen, sunglasses, perfume',
    mood: 'leaving tomorrow',
  }),
  entry('outfit-flat', 'short', 'sweater:1 scarf:1 sneakers:1 sunglasses:2', {
    zh: '地板上摆好的一身：米色毛衣、绿丝巾、棕色球鞋和墨镜',
    en: 'An outfit laid out: a cream sweater, a green scarf, brown sneakers and sunglasses',
    mood: 'autumn outfit',
  }),
  entry('wardrobe', 'tall', 'sweater:0 sneakers:0 tote:0', {
    zh: '木衣架上挂着紫色毛衣，长凳上是蓝球鞋和米白帆布包',
    en: 'A plum sweater on the rail, blue sneakers and a canvas tote on the bench',
    mood: 'morning, choosing',
  }),
  entry('wardrobe-autumn', 'tall', 'sweater:1 sneakers:1 tote:1', {
    zh: '灰绿墙前的衣架：米色毛衣、棕色球鞋和沙色帆布包',
    en: 'Against a sage wall: an oatmeal sweater, brown sneakers and a sand tote',
    mood: 'autumn, muted',
  }),
  entry('desk-setup', 'short', 'lamp:0 speaker:0 keyboard:0 headphones:2 mug:1', {
    zh: '书桌：红色蘑菇台灯、显示器、键盘、音箱和耳机',
    en: 'A desk with the red mushroom lamp, a screen, a keyboard, a speaker and headphones',
    mood: 'bright work day',
  }),
  entry('desk-night', 'short', 'lamp:1 desk-clock:1 keyboard:2 headphones:0 mug:2', {
    zh: '深夜的书桌：绿色台灯亮着，屏幕上是星空，桌上有时钟、键盘和耳机',
    en: 'The desk at night: a green lamp, stars on the screen, a clock, keyboard and headphones',
    mood: 'deep focus',
  }),
  entry('desk-flat', 'square', 'keyboard:1 headphones:1 e-reader:1 sunglasses:1', {
    zh: '桌面俯拍：绿色键盘、耳机、阅读器和一副墨镜',
    en: 'A desk from above: a green keyboard, headphones, an e-reader and sunglasses',
    mood: 'tidy, cool',
  }),
  entry('listening-corner', 'tall', 'speaker:2 headphones:2 vase:0', {
    zh: '矮柜上的音箱、耳机和花瓶，墙上靠着几张唱片',
    en: 'A speaker, headphones and a vase on a low cabinet, records against the wall',
    mood: 'sunday music',
  }),
]
