import { Link } from 'react-router'
import { useFormat, useT } from '../i18n/index.ts'
import { order as messages } from '../i18n/messages/order.ts'
import { social } from '../i18n/messages/social.ts'
import { Icon } from '../primitives/index.ts'
import { LinePicture } from './LinePicture.tsx'
import type { OrderLineView } from './view.ts'

/** The lines of an order, each with what was paid, what went back, and who is credited. */
export function OrderLines({ lines }: { lines: OrderLineView[] }) {
  const t = useT(messages)
  return (
    <section className="panel order-lines" aria-label={t('lines')}>
      <ul>
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </section>
  )
}

function Line({ line }: { line: OrderLineView }) {
  const t = useT(messages)
  const ts = useT(social)
  const format = useFormat()
  const { product } = line
  return (
    <li className="li">
      <LinePicture media={product.picture} href={product.href} size={64} />
      <div className="stack gap1">
        <h2 className="b t15 clamp2">{product.href ? <Link to={product.href}>{product.title}</Link> : product.title}</h2>
        {product.options ? <p className="t12 c2">{product.options}</p> : null}
        <p className="row between t13 num">
          <span className="c2">{t('unitTimes', { price: format.money(line.unitPrice), count: line.quantity })}</span>
          <b>{format.money(line.total)}</b>
        </p>
        {line.refundedQuantity > 0 ? (
          <p className="t12 neg num">{t('lineRefunded', { count: line.refundedQuantity, amount: format.money(line.refundedAmount) })}</p>
        ) : null}
        <CreditRow line={line} />
        {line.promoteHref ? (
          <p className="t12 row gap1">
            <Link to={line.promoteHref} className="link" aria-label={`${ts('promote')}: ${product.title}`}>
              {ts('promote')}
            </Link>
          </p>
        ) : null}
      </div>
    </li>
  )
}

function CreditRow({ line }: { line: OrderLineView }) {
  const t = useT(messages)
  const format = useFormat()
  if (!line.credit && !line.whyHref) return null
  const text = line.credit
    ? t('creditedTo', {
        rate: format.rate(line.credit.rateBps),
        name: line.credit.creator.name,
        amount: format.money(line.credit.amount),
      })
    : t('noCredit')
  return (
    <p className="t12 c2 row gap1 crd">
      <Icon name="sprout" size={14} />
      <span className="grow">{text}</span>
      {line.whyHref ? (
        <Link to={line.whyHref} className="link" aria-label={`${t('why')}: ${line.product.title}`}>
          {t('why')}
        </Link>
      ) : null}
    </p>
  )
}
