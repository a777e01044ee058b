import { Link } from 'react-router'
import { langOf, useT, useTo } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { shop } from '../i18n/messages/shop.ts'
import { cx } from '../primitives/class-names.ts'
import { Picture } from '../primitives/Picture.tsx'
import { Price } from '../primitives/Price.tsx'
import { type ProductCardView, productPath } from '../view/piece.ts'
import { Highlight } from './Highlight.tsx'

/** A product in a strip or a grid: picture, title, price, stock as a number. */
export function ProductCard({ product, sizes = '168px' }: { product: ProductCardView; sizes?: string }) {
  const t = useT(shop)
  const tc = useT(common)
  const to = useTo()
  const out = product.stock < 1
  const price = <Price value={product.price} was={product.several ? undefined : product.was} plain={out} />
  return (
    <article className={cx('pcell', out && 'is-out')}>
      {product.picture ? <Picture media={product.picture} sizes={sizes} ratio="1/1" decorative /> : <span className="pic" />}
      <h3 className="t13 clamp2 pcell-title">
        <Link to={to(productPath(product))} prefetch="intent" {...langOf(product.lang)}>
          <Highlight text={product.title} parts={product.titleParts} />
        </Link>
      </h3>
      <span className="pcell-price">{product.several ? tc.rich('from', { price }) : price}</span>
      <span className="t12 c3">{out ? tc('soldOut') : t('inStock', { count: product.stock })}</span>
    </article>
  )
}
