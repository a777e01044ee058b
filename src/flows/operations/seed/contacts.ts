import { seeded } from '../../../lib/seeded.ts'
import type { PlaceOrderInput } from '../../orders/place-order.ts'

/** Where the people of the demo world live. Names, numbers and houses are made up. */
const places = [
  ['浙江省', '杭州市', '西湖区', '文三路 1 号 3 幢 502', '310000'],
  ['江苏省', '苏州市', '姑苏区', '桐泾北路 88 号 2 幢 301', '215000'],
  ['四川省', '成都市', '武侯区', '玉林西街 6 号 1 单元 204', '610000'],
  ['广东省', '广州市', '海珠区', '滨江中路 210 号 1502', '510000'],
  ['湖北省', '武汉市', '武昌区', '昙华林 32 号 1 栋 101', '430000'],
  ['陕西省', '西安市', '碑林区', '友谊东路 77 号 4 幢 603', '710000'],
  ['福建省', '厦门市', '思明区', '大学路 19 号 2 幢 402', '361000'],
  ['山东省', '青岛市', '市南区', '鱼山路 5 号 302', '266000'],
] as const

const names = ['林小满', '陈一禾', '赵南乔', '周予安', '吴知夏', '郑不言', '孙木木', '许青禾'] as const

/** The contact of an order of the demo world: the same for the same key. */
export function contactFor(key: string): PlaceOrderInput {
  const chance = seeded(`contact ${key}`)
  const [region, city, district, street, postcode] = chance.pick(places)
  const phone = `138001${String(chance.between(0, 99_999)).padStart(5, '0')}`
  const contact = { name: chance.pick(names), phone, country: 'CN', region, city, district, street, postcode, note: '' }
  return { contact: { ...contact, email: `buyer-${key}@demo.example` }, locale: 'zh' }
}
