import { formatDuration, langOf, useLocale, useT } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { shop } from '../i18n/messages/shop.ts'
import { watch } from '../i18n/messages/watch.ts'
import { IconButton } from '../primitives/Button.tsx'
import { Picture } from '../primitives/Picture.tsx'
import { Price } from '../primitives/Price.tsx'
import { type PlacementView, placementHref } from '../view/placement.ts'

/** The product that is on screen now, over the lower part of the video. */
export function MomentCard({ placement, of, onHide }: { placement: PlacementView; of: number; onHide: () => void }) {
  const t = useT(watch)
  const ts = useT(shop)
  const tc = useT(common)
  const { locale } = useLocale()
  const { product, from = 0, number } = placement
  const out = product.withdrawn || product.stock < 1
  const price = <Price value={product.price} plain={out} />
  return (
    <section className="slide" aria-label={t('onScreen')}>
      {product.picture ? <Picture media={product.picture} sizes="64px" ratio="1/1" decorative /> : null}
      <div className="grow stack gap1">
        <span className="t12 c2 num">{t('momentAt', { time: formatDuration(from), number, count: of })}</span>
        <b className="clamp1" {...langOf(product.lang)}>
          {product.title}
        </b>
        <span>
          {product.withdrawn ? <span className="t12 c3">{ts('withdrawnRow')}</span> : product.several ? tc.rich('from', { price }) : price}{' '}
          {product.withdrawn ? null : <span className="t12 c3">{out ? tc('soldOut') : ts('inStock', { count: product.stock })}</span>}
        </span>
      </div>
      <a
        className={`btn btn-sm ${out ? 'btn-line' : 'btn-buy'}`}
        href={placementHref(placement, locale)}
        rel="sponsored nofollow"
        aria-label={t('productAct', { act: ts(out ? 'view' : 'buy'), title: product.title })}
      >
        {out ? ts('view') : ts('buy')}
      </a>
      <IconButton icon="close" iconSize={16} className="cl" label={t('hideCard')} onClick={onHide} />
    </section>
  )
}
