import { formatDuration } from '../i18n/format.ts'
import { langOf, useFormat, useLocale, useT } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { shop } from '../i18n/messages/shop.ts'
import { cx } from '../primitives/class-names.ts'
import { Icon } from '../primitives/Icon.tsx'
import { Picture } from '../primitives/Picture.tsx'
import { Price } from '../primitives/Price.tsx'
import { type PlacementView, placementHref } from '../view/placement.ts'
import { AddToCart, BuyNow } from './AddToCart.tsx'
import { rowId } from './BodyText.tsx'

/** A product of a piece: its number, price, stock, the way into the cart, and who is credited. */
export function ProductRow({ placement, onSeek }: { placement: PlacementView; onSeek?: (second: number) => void }) {
  const t = useT(shop)
  const { locale } = useLocale()
  const { product } = placement
  const out = product.withdrawn || product.stock < 1
  return (
    <article className={cx('prow', out && 'is-out')} id={rowId(placement.number)}>
      <div className="prow-pic">
        <span className="no" aria-hidden="true">
          {placement.number}
        </span>
        {product.picture ? (
          <Picture media={product.picture} sizes="88px" ratio="1/1" decorative />
        ) : (
          <span className="pic" style={{ ['--ar' as string]: '1/1' }} />
        )}
      </div>
      <div className="prow-body">
        <h3 className="b clamp2">
          <a href={placementHref(placement, locale)} rel="sponsored nofollow" {...langOf(product.lang)}>
            {product.title}
          </a>
        </h3>
        <p className="t12 c2">
          <StockLine placement={placement} onSeek={onSeek} />
        </p>
        {product.withdrawn ? null : <BuyLine placement={placement} />}
      </div>
      {product.withdrawn ? null : (
        <p className="credit">
          <Icon name="sprout" size={16} />
          <span className="grow">{placement.credit ? <Credit credit={placement.credit} /> : t('creditNone')}</span>
        </p>
      )}
    </article>
  )
}

function StockLine({ placement, onSeek }: { placement: PlacementView; onSeek?: (second: number) => void }) {
  const t = useT(shop)
  const tc = useT(common)
  const { product, from } = placement
  const stock = product.withdrawn ? t('withdrawnRow') : product.stock < 1 ? tc('soldOut') : t('inStock', { count: product.stock })
  if (from === undefined || !onSeek) return stock
  return (
    <>
      <button
        type="button"
        className="link seek"
        aria-label={t('goToMoment', { time: formatDuration(from), title: product.title })}
        onClick={() => onSeek(from)}
      >
        {formatDuration(from)}
      </button>{' '}
      · {stock}
    </>
  )
}

function BuyLine({ placement }: { placement: PlacementView }) {
  const t = useT(shop)
  const tc = useT(common)
  const { locale } = useLocale()
  const { product } = placement
  const out = product.stock < 1
  const price = <Price value={product.price} was={product.several ? undefined : product.was} plain={out} />
  return (
    <div className="buyline">
      <div className="prow-price">{product.several ? <span className="from">{tc.rich('from', { price })}</span> : price}</div>
      {out ? null : product.variantId ? (
        <span className="row buy-two">
          <AddToCart variantId={product.variantId} title={product.title} code={placement.code} />
          <BuyNow variantId={product.variantId} title={product.title} code={placement.code} />
        </span>
      ) : (
        <a
          className="btn btn-sm btn-line"
          href={placementHref(placement, locale)}
          rel="sponsored nofollow"
          aria-label={t('chooseNamed', { title: product.title })}
        >
          {t('choose')}
        </a>
      )}
    </div>
  )
}

function Credit({ credit }: { credit: NonNullable<PlacementView['credit']> }) {
  const t = useT(shop)
  const format = useFormat()
  return t.rich('creditText', { rate: format.rate(credit.basisPoints), name: <b>{credit.name}</b>, amount: format.money(credit.amount) })
}
