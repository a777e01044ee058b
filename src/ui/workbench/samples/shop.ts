import type { PieceCardView, ProductCardView } from '../../view/piece.ts'
import { cny } from './commerce.ts'
import { media } from './media.ts'

const creator = { id: 'c', handle: 'ahe', name: '阿禾在山里' }

const card = (id: string, more: Partial<PieceCardView>): PieceCardView => ({
  id,
  kind: 'post',
  title: '零下五度露营，一顶双人帐篷撑住了整晚',
  lang: 'zh',
  picture: media(id, 900, 1200, '雪地里的帐篷'),
  creator,
  likes: 1284,
  label: 'commission',
  price: { from: cny(62_900), soldOut: false },
  ...more,
})

/** A card for each thing that a card can say. */
export const cards: PieceCardView[] = [
  card('ad', {}),
  card('ad-bought', { bought: true, price: { from: cny(16_800), soldOut: false }, picture: media('ad-bought', 900, 900, '保温壶') }),
  card('out', { price: { from: cny(62_900), soldOut: true }, label: 'sample', likes: 0 }),
  card('video', { kind: 'video-note', durationSeconds: 42, label: 'ai', picture: media('video', 900, 900, '帐篷') }),
  card('plain', { label: undefined, bought: true, price: undefined, title: 'A kettle that pours as slowly as I do', lang: 'en' }),
  card('bare', { label: undefined, picture: undefined, price: undefined, title: '没有图片的一篇' }),
]

const product = (id: string, more: Partial<ProductCardView>): ProductCardView => ({
  id,
  slug: id,
  title: '云杉双人三季帐篷',
  picture: media(id, 900, 900, '帐篷'),
  price: cny(62_900),
  stock: 23,
  ...more,
})

export const products: ProductCardView[] = [
  product('tent', {}),
  product('was', { was: cny(69_900), several: true }),
  product('out', { stock: 0 }),
  product('bare', { picture: undefined, title: 'Enamel mug, 350 ml' }),
]
