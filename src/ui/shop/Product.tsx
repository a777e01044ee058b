import { useState } from 'react'
import { plainText } from '../../lib/text.ts'
import { langOf, useT, useTo } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { shop } from '../i18n/messages/shop.ts'
import { storefront } from '../i18n/messages/storefront.ts'
import { Avatar } from '../primitives/Avatar.tsx'
import { IconLink } from '../primitives/Button.tsx'
import { Icon } from '../primitives/Icon.tsx'
import { Callout } from '../primitives/Notice.tsx'
import { CartLink } from '../shell/CartLink.tsx'
import { Shell } from '../shell/Shell.tsx'
import { LaterComments } from '../social/LaterComments.tsx'
import { ProductSocial } from '../social/ProductSocial.tsx'
import type { CreatorRef } from '../view/piece.ts'
import type { ProductView } from '../view/product.ts'
import { BuyForm } from './BuyForm.tsx'
import { Gallery } from './Gallery.tsx'
import { PieceCard } from './PieceCard.tsx'
import { ShareButton } from './ShareButton.tsx'

interface ProductProps {
  product: ProductView
  /** Whose link led here (`?via=`), and its code. */
  via?: { code: string; creator: CreatorRef }
}

/** A product's page: `/:locale/product/:slug`. Price with its proof, choice, stock, who recommends it, pieces about it. */
export function Product({ product, via }: ProductProps) {
  const t = useT(shop)
  const ts = useT(storefront)
  const tc = useT(common)
  const to = useTo()
  const [picture, setPicture] = useState(() => product.variants.find(({ id }) => id === product.variantId)?.picture)
  return (
    <Shell section="shop" top="none" bar="own">
      <main id="main">
        <div className="pd">
          <Gallery pictures={product.pictures} shown={picture}>
            <IconLink to={to('/')} icon="back" label={tc('back')} onPicture className="only-m" />
            <span className="grow" />
            <ShareButton title={product.title} productId={product.id} onPicture />
            <span className="only-m">
              <CartLink onPicture />
            </span>
          </Gallery>
          <div className="info">
            {via ? (
              <details className="via-more">
                <summary className="via t13">
                  <Avatar media={via.creator.avatar} name={via.creator.name} />
                  <span className="grow">{t.rich('via', { name: <b>{via.creator.name}</b> })}</span>
                  <span className="link">{ts('viaHow')}</span>
                </summary>
                <p className="t13 c2">{ts('viaHowText', { name: via.creator.name })}</p>
              </details>
            ) : null}
            {product.offSale ? <OffSale offSale={product.offSale} /> : null}
            <h1 className="pd-title" {...langOf(product.lang)}>
              {product.title}
            </h1>
            {product.subtitle ? <p className="c2 t13 pd-sub">{product.subtitle}</p> : null}
            <BuyForm key={product.id} product={product} link={via?.code} onVariant={(variant) => setPicture(variant?.picture)} />
            <ProductSocial product={product} />
            <Recommenders recommenders={product.recommenders} />
          </div>
        </div>
        <div className="pd2">
          <PiecesAbout product={product} />
          <Texts product={product} />
        </div>
        {product.social ? (
          <div className="pd2">
            <LaterComments target={{ kind: 'products', id: product.id }} first={product.social.comments} />
          </div>
        ) : null}
      </main>
    </Shell>
  )
}

function OffSale({ offSale }: { offSale: NonNullable<ProductView['offSale']> }) {
  const t = useT(shop)
  const recalled = offSale.kind === 'recalled'
  return (
    <Callout tone={recalled ? 'bad' : 'honey'}>
      <b>{t(recalled ? 'recalledTitle' : 'offSaleTitle')}</b> {offSale.text ?? t('offSaleText')}
    </Callout>
  )
}

function Recommenders({ recommenders }: { recommenders: ProductView['recommenders'] }) {
  const t = useT(shop)
  const { count, withCommission, some } = recommenders
  if (count === 0) return null
  return (
    <a className="recs" href="#about">
      <span className="avs">
        {some.slice(0, 4).map((creator) => (
          <Avatar key={creator.id} media={creator.avatar} name={creator.name} />
        ))}
      </span>
      <span className="grow">
        <b>{t('recommended', { count })}</b>
        <span className="t12 c2 recs-how">{t('recommendedHow', { paid: withCommission, free: count - withCommission })}</span>
      </span>
      <Icon name="chevron" size={16} />
    </a>
  )
}

function PiecesAbout({ product }: { product: ProductView }) {
  const t = useT(shop)
  if (product.pieces.length === 0) return null
  return (
    <section className="sec" id="about">
      <header>
        <h2 className="h2">{t('piecesAbout')}</h2>
      </header>
      <div className="hscroll strip">
        {product.pieces.map((piece) => (
          <div key={piece.id} className="strip-at">
            <PieceCard piece={piece} sizes="172px" level={3} />
          </div>
        ))}
      </div>
    </section>
  )
}

function Texts({ product }: { product: ProductView }) {
  const t = useT(shop)
  return (
    <>
      {product.description ? (
        <section className="sec">
          <header>
            <h2 className="h2">{t('description')}</h2>
          </header>
          <div className="read narrow" {...langOf(product.descriptionLang)}>
            {plainText(product.description)
              .split('\n')
              .filter(Boolean)
              .map((paragraph, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text never move
                <p key={at}>{paragraph}</p>
              ))}
          </div>
        </section>
      ) : null}
      {product.specs.length > 0 ? (
        <section className="sec">
          <header>
            <h2 className="h2">{t('specs')}</h2>
          </header>
          <dl className="kv">
            {product.specs.map((spec) => (
              <div key={spec.name} className="kv-row">
                <dt>{spec.name}</dt>
                <dd>{spec.value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
    </>
  )
}
