import { seeded } from '../../../lib/seeded.ts'
import type { PlaceOrderInput } from '../../orders/place-order.ts'

/** Where the people of the demo world live. Names, numbers and houses are made up. */
const places = [
  { region: '浙江省', city: '杭州市', district: '西湖区', postcode: '310000', streets: ['文三路', '翠苑街', '保俶北路', '求是路'] },
  { region: '江苏省', city: '苏州市', district: '姑苏区', postcode: '215000', streets: ['桐泾北路', '道前街', '白塔西路', '娄门路'] },
  { region: '四川省', city: '成都市', district: '武侯区', postcode: '610000', streets: ['玉林西街', '倪家桥路', '桐梓林北路', '棕树南街'] },
  { region: '广东省', city: '广州市', district: '海珠区', postcode: '510000', streets: ['滨江中路', '同福东路', '宝岗大道', '昌岗中路'] },
  { region: '湖北省', city: '武汉市', district: '武昌区', postcode: '430000', streets: ['昙华林', '粮道街', '胭脂路', '中山路'] },
  { region: '陕西省', city: '西安市', district: '碑林区', postcode: '710000', streets: ['友谊东路', '建国路', '书院门', '太乙路'] },
  { region: '福建省', city: '厦门市', district: '思明区', postcode: '361000', streets: ['大学路', '民族路', '思明南路', '南华路'] },
  { region: '山东省', city: '青岛市', district: '市南区', postcode: '266000', streets: ['鱼山路', '大学路', '齐东路', '金口一路'] },
] as const

const names = ['林小满', '陈一禾', '赵南乔', '周予安', '吴知夏', '郑不言', '孙木木', '许青禾'] as const

/**
 * The contact of an order of the demo world: the same for the same key. Everybody has a home of his own: members the same one for all
 * that they buy, guests one for each order.
 */
export function contactFor(key: string, buyer: string | null): PlaceOrderInput {
  const chance = seeded(`contact ${buyer ?? key}`)
  const { streets, ...place } = chance.pick(places)
  const floor = chance.between(1, 18)
  const street = `${chance.pick(streets)} ${chance.between(1, 288)} 号 ${chance.between(1, 12)} 幢 ${floor}0${chance.between(1, 4)}`
  const phone = `138001${String(chance.between(0, 99_999)).padStart(5, '0')}`
  const contact = { name: chance.pick(names), phone, country: 'CN', ...place, street, note: '' }
  return { contact: { ...contact, email: `buyer-${key}@demo.example` }, locale: 'zh' }
}
