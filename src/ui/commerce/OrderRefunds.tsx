import { useFormat, useT } from '../i18n/index.ts'
import { order as messages } from '../i18n/messages/order.ts'
import { Tag } from '../primitives/index.ts'
import type { RefundView } from './view.ts'

const tones = { pending: 'honey', settled: 'good', failed: 'bad' } as const

/** Money that went back, oldest first, by line. */
export function OrderRefunds({ refunds }: { refunds: RefundView[] }) {
  const t = useT(messages)
  const format = useFormat()
  return (
    <section className="panel stack" aria-labelledby="o-refunds">
      <h2 className="b t15" id="o-refunds">
        {t('refunds')}
      </h2>
      <ul className="led">
        {refunds.map((refund) => (
          <li key={refund.id}>
            <time className="num t13 c3" dateTime={refund.at}>
              {format.date(refund.at)}
            </time>
            <div className="grow">
              {refund.lines.map((line) => (
                <p key={line.title} className="clamp1">
                  {t('refundLine', { title: line.title, count: line.quantity })}
                </p>
              ))}
              {refund.reason ? <p className="t12 c2">{refund.reason}</p> : null}
              <Tag tone={tones[refund.state]}>{t(`refundState_${refund.state}`)}</Tag>
            </div>
            <b className="num">{format.money(refund.amount)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
