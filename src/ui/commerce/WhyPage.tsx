import type { ReactNode } from 'react'
import { useFormat, useT } from '../i18n/index.ts'
import { why as messages } from '../i18n/messages/why.ts'
import { whyElsewhere } from '../i18n/messages/why-elsewhere.ts'
import { ChipLink } from '../primitives/index.ts'
import { LinePicture } from './LinePicture.tsx'
import { PageHead } from './PageHead.tsx'
import { WhyDates } from './WhyDates.tsx'
import { WhyStory } from './WhyStory.tsx'
import { WhySum } from './WhySum.tsx'
import { WhyVerdict } from './WhyVerdict.tsx'
import { verdictForm } from './why-text.ts'
import type { WhyView } from './why-view.ts'

interface Props {
  view: WhyView
  /** The other lines of the order and this one, when there are several. */
  lines?: { title: string; href: string; current: boolean }[]
  /** What only some readers may do here. */
  children?: ReactNode
}

/**
 * Why one order line is credited as it is (ATT-39): the verdict in a sentence, the story in time, the arithmetic, the dates.
 * One page for buyer, creator and staff; what a reader may not see is not in the view.
 */
export function WhyPage({ view, lines = [], children }: Props) {
  const t = useT(messages)
  const tElsewhere = useT(whyElsewhere)
  const number = view.orderNumber
  return (
    <main id="main" className="whyp">
      <PageHead title={view.elsewhere ? tElsewhere('order', { number }) : t('order', { number })} back={view.backHref} plain />
      {lines.length > 1 ? (
        <nav className="row wrapx gap2 wlines" aria-label={t('lines')}>
          {lines.map((line) => (
            <ChipLink key={line.href} to={line.href} current={line.current}>
              {line.title}
            </ChipLink>
          ))}
        </nav>
      ) : null}
      <Product view={view} />
      {view.follows ? <p className="t13 c2 loose wfol">{t('follows', { number: view.follows })}</p> : null}
      <WhyVerdict view={view} />
      <div className="whyg">
        <WhyStory view={view} />
        <div className="wr">
          {view.arithmetic ? <WhySum view={view} arithmetic={view.arithmetic} /> : null}
          {view.verdict && verdictForm(view) !== 'reversed' ? <WhyDates view={view} /> : null}
          <p className="t12 c3 loose">
            {view.elsewhere ? <span className="blk">{tElsewhere('known', { shop: view.elsewhere })}</span> : null}
            {t('rulesTitle')}
            {view.reader === 'staff' ? null : (
              <span className="blk">{t(view.reader === 'creator' ? 'privacyCreator' : 'privacyBuyer')}</span>
            )}
          </p>
        </div>
      </div>
      {children}
    </main>
  )
}

function Product({ view }: { view: WhyView }) {
  const t = useT(messages)
  const tElsewhere = useT(whyElsewhere)
  const format = useFormat()
  const { product } = view
  return (
    <div className="wprod">
      <LinePicture media={product.picture} href={product.href} size={64} />
      <div className="stack gap1">
        <b className="clamp1">{product.title}</b>
        <span className="t12 c2">
          {product.options ? `${product.options} · ` : null}
          {product.quantity === null ? tElsewhere('soldAt', { shop: view.elsewhere ?? '' }) : t('units', { count: product.quantity })}
        </span>
        <span className="num t13">{t('paid', { amount: format.money(product.paid) })}</span>
      </div>
    </div>
  )
}
