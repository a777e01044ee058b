/** Colour of a variant as it is drawn: sRGB hex and a plain word in both languages. */
export type Colour = readonly [hex: string, zh: string, en: string]

/** Drawn products by category; the n-th colour is `product-<slug>-<n>.webp`, counted from 1. */
export const productFamilies: Record<string, Record<string, readonly Colour[]>> = {
  outdoor: {
    tent: [
      ['#E0A53C', '麦黄', 'Wheat'],
      ['#5E8F78', '苔绿', 'Moss'],
      ['#C96A45', '赭红', 'Rust'],
    ],
    lantern: [
      ['#2F5D4A', '松绿', 'Pine'],
      ['#B5482B', '铁锈红', 'Rust'],
      ['#34424F', '石板灰', 'Slate'],
    ],
    thermos: [
      ['#2F6B52', '松绿', 'Pine'],
      ['#D79A3A', '麦黄', 'Wheat'],
      ['#5E7F99', '雾蓝', 'Mist'],
    ],
    backpack: [
      ['#3E6B5A', '苔绿', 'Moss'],
      ['#C4683F', '陶土', 'Clay'],
      ['#3E536B', '靛蓝', 'Indigo'],
    ],
    'camp-chair': [
      ['#C4683F', '陶土', 'Clay'],
      ['#3E6B5A', '苔绿', 'Moss'],
      ['#D9B56A', '沙黄', 'Sand'],
    ],
    headlamp: [
      ['#E08A3C', '橙', 'Orange'],
      ['#2F6B52', '松绿', 'Pine'],
    ],
  },
  kitchen: {
    gaiwan: [
      ['#A9C7B2', '青瓷', 'Celadon'],
      ['#F0E6D2', '米白', 'Rice white'],
      ['#8FA9B8', '天青', 'Sky blue'],
    ],
    dripper: [
      ['#F2EADB', '米白', 'Rice white'],
      ['#C4683F', '陶土', 'Clay'],
      ['#2B2F2D', '墨黑', 'Ink'],
    ],
    'cast-pot': [
      ['#C9472F', '番茄红', 'Tomato'],
      ['#2F6F5E', '松石绿', 'Teal'],
      ['#E0A53C', '麦黄', 'Wheat'],
    ],
    mug: [
      ['#C4683F', '陶土', 'Clay'],
      ['#6F9C86', '灰绿', 'Sage'],
      ['#5D7189', '雾蓝', 'Mist'],
    ],
    knife: [
      ['#6B4327', '胡桃木柄', 'Walnut handle'],
      ['#23282B', '黑柄', 'Black handle'],
    ],
    kettle: [
      ['#2F3B3A', '墨黑', 'Ink'],
      ['#B9C0C2', '不锈钢', 'Steel'],
      ['#3F7F66', '松绿', 'Pine'],
    ],
    bento: [
      ['#C9573E', '柿红', 'Persimmon'],
      ['#5C7A9A', '雾蓝', 'Mist'],
    ],
    bowl: [['#B9A98C', '灰釉', 'Ash']],
  },
  home: {
    lamp: [
      ['#C8552F', '砖红', 'Brick'],
      ['#3E6B5A', '墨绿', 'Deep green'],
      ['#E3B04B', '麦黄', 'Wheat'],
    ],
    cushion: [
      ['#C58A6A', '陶土条纹', 'Clay stripes'],
      ['#8FA6B5', '雾蓝条纹', 'Mist stripes'],
      ['#A9AE8C', '灰绿条纹', 'Sage stripes'],
    ],
    vase: [
      ['#EDE1D0', '米白', 'Rice white'],
      ['#8FA6B5', '雾蓝', 'Mist'],
      ['#C8825F', '陶土', 'Clay'],
    ],
    candle: [
      ['#D9B08C', '檀木', 'Sandalwood'],
      ['#9DB0A0', '鼠尾草', 'Sage'],
      ['#C99A9A', '玫瑰', 'Rose'],
    ],
    basket: [
      ['#C99A5E', '原藤', 'Natural'],
      ['#A9805A', '深藤', 'Dark'],
      ['#D9BE8E', '浅藤', 'Pale'],
    ],
    blanket: [
      ['#B5593A', '砖红格', 'Brick check'],
      ['#5C7A9A', '雾蓝格', 'Mist check'],
      ['#8FA27E', '灰绿格', 'Sage check'],
    ],
  },
  skincare: {
    serum: [
      ['#D98A4B', '琥珀瓶', 'Amber'],
      ['#8FB08A', '绿瓶', 'Green'],
      ['#C9796B', '玫瑰瓶', 'Rose'],
    ],
    cream: [
      ['#E9C3A6', '滋润', 'Rich'],
      ['#B9CBAE', '清爽', 'Light'],
      ['#E5B7B0', '舒缓', 'Soothing'],
    ],
    lipstick: [
      ['#C23B32', '正红', 'Red'],
      ['#B4566B', '豆沙', 'Rosewood'],
      ['#D0714F', '蜜橘', 'Tangerine'],
    ],
    sunscreen: [
      ['#E98F5A', '橙管', 'Orange'],
      ['#6FAFA6', '青管', 'Teal'],
      ['#E9B949', '黄管', 'Yellow'],
    ],
    perfume: [
      ['#E3A06F', '橙花', 'Neroli'],
      ['#A7BE8F', '无花果', 'Fig'],
      ['#CE8C97', '牡丹', 'Peony'],
    ],
    'hand-cream': [
      ['#D98E73', '杏', 'Apricot'],
      ['#8FB08A', '绿茶', 'Green tea'],
      ['#B58FA3', '紫苏', 'Perilla'],
    ],
  },
  fashion: {
    sneakers: [
      ['#5C7A9A', '雾蓝', 'Mist'],
      ['#C7A27E', '沙棕', 'Sand'],
      ['#8B5266', '梅紫', 'Plum'],
    ],
    tote: [
      ['#F0E6D4', '本白', 'Natural'],
      ['#C9B79C', '沙色', 'Sand'],
      ['#5C7A9A', '雾蓝', 'Mist'],
    ],
    sweater: [
      ['#7A4A5E', '梅紫', 'Plum'],
      ['#D9C4A4', '燕麦', 'Oat'],
      ['#5C7A9A', '雾蓝', 'Mist'],
    ],
    scarf: [
      ['#C9573E', '柿红', 'Persimmon'],
      ['#5C8A7A', '松石', 'Jade'],
      ['#B56B86', '莓紫', 'Berry'],
    ],
    sunglasses: [
      ['#8A5230', '玳瑁', 'Tortoise'],
      ['#2B2D30', '黑', 'Black'],
      ['#B56B4A', '焦糖', 'Caramel'],
    ],
  },
  digital: {
    headphones: [
      ['#E6E0D4', '米白', 'Rice white'],
      ['#7FB59B', '薄荷', 'Mint'],
      ['#8E86B5', '藤紫', 'Wisteria'],
    ],
    speaker: [
      ['#7FA894', '灰绿', 'Sage'],
      ['#5A6779', '石板蓝', 'Slate blue'],
      ['#B98FB0', '藕紫', 'Lilac'],
    ],
    keyboard: [
      ['#7C86A8', '烟蓝', 'Smoke blue'],
      ['#7FB59B', '薄荷', 'Mint'],
      ['#3A4250', '炭灰', 'Charcoal'],
    ],
    'e-reader': [
      ['#3A4250', '炭灰', 'Charcoal'],
      ['#7FB59B', '薄荷', 'Mint'],
      ['#C9796B', '珊瑚', 'Coral'],
    ],
    'desk-clock': [
      ['#C99A5E', '榉木', 'Beech'],
      ['#5A6779', '石板蓝', 'Slate blue'],
    ],
  },
  food: {
    honey: [
      ['#EBA02E', '椴树蜜', 'Linden'],
      ['#C9741F', '荞麦蜜', 'Buckwheat'],
      ['#F2C04E', '槐花蜜', 'Acacia'],
    ],
    coffee: [
      ['#2F5D4A', '日晒豆', 'Natural'],
      ['#8A4A2F', '水洗豆', 'Washed'],
      ['#2B2F3A', '深烘豆', 'Dark roast'],
    ],
    noodles: [
      ['#2F5E8C', '牛肉（蓝碗）', 'Beef, blue bowl'],
      ['#B5382B', '麻辣（红碗）', 'Hot, red bowl'],
    ],
    'tea-tin': [
      ['#2F6B52', '绿罐', 'Green tin'],
      ['#B4532F', '赭罐', 'Russet tin'],
      ['#3C4A58', '黛罐', 'Slate tin'],
    ],
    chocolate: [
      ['#C9573E', '70%', '70%'],
      ['#3C4A58', '85%', '85%'],
      ['#D9A23A', '55% 海盐', '55% sea salt'],
    ],
    'dried-mango': [
      ['#F2B544', '原味', 'Plain'],
      ['#E9784A', '辣味', 'Chilli'],
    ],
  },
}
