import { formatDuration, useFormat, useT } from '../i18n/index.ts'
import { desk } from '../i18n/messages/desk.ts'
import { Icon, Picture } from '../primitives/index.ts'
import type { ReviewProduct } from './view.ts'

/** The products of a piece with what an editor checks: price, commission, stock, and where each stands. */
export function ProductRows({ products }: { products: ReviewProduct[] }) {
  const t = useT(desk)
  return (
    <section className="dk-products">
      <h2 className="b t15">{t('taggedProducts')}</h2>
      {products.length === 0 ? <p className="t13 c3">{t('noProducts')}</p> : null}
      <ol className="stack gap2">
        {products.map((product) => (
          <li key={product.number} className="row dk-product">
            <span className="dk-no num">{product.number}</span>
            {product.picture === null ? (
              <span className="pic dk-thumb dk-blank">
                <Icon name="bag" size={16} />
              </span>
            ) : (
              <Picture media={product.picture} sizes="48px" ratio="1/1" decorative className="dk-thumb" />
            )}
            <span className="grow">
              <a className="b t13 link" href={product.href} target="_blank" rel="noreferrer">
                {product.title}
                <span className="sr"> {t('openProduct')}</span>
              </a>
              <ProductLine product={product} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Price, commission, stock and place in one line. */
export function ProductLine({ product }: { product: ReviewProduct }) {
  const t = useT(desk)
  const format = useFormat()
  const facts = [
    product.price === null ? t('notForSale') : format.money(product.price, { cents: 'omit-zero' }),
    product.commissionBps === null || product.commissionBps === 0
      ? t('noCommission')
      : t('commission', { rate: format.rate(product.commissionBps) }),
    product.stock === null ? null : product.stock === 0 ? t('soldOut') : t('stock', { count: product.stock }),
  ]
  return (
    <span className="t12 c2 num dk-line">
      {facts.filter((fact) => fact !== null).join(' · ')} · <span className="dk-place">{usePlace(product)}</span>
    </span>
  )
}

function usePlace({ kind, pictureIndex, x, y, from, to }: ReviewProduct): string {
  const t = useT(desk)
  if (kind === 'hotspot') return t('onPicture', { picture: String((pictureIndex ?? 0) + 1), x: x ?? 0, y: y ?? 0 })
  if (kind === 'moment') return t('atSeconds', { from: formatDuration(from ?? 0), to: formatDuration(to ?? 0) })
  return t('inText')
}
