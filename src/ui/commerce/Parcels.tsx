import { useFormat, useT } from '../i18n/index.ts'
import { afterSales } from '../i18n/messages/after-sales.ts'
import { Button, Tag } from '../primitives/index.ts'
import { afterSalesFields, type ParcelView } from './after-sales-view.ts'
import { PostForm } from './PostForm.tsx'

const tones = { shipped: 'honey', delivered: 'good', lost: 'bad', cancelled: 'neutral' } as const

/** What was sent, and how far it is. Staff write down what became of it. */
export function Parcels({ parcels, desk }: { parcels: ParcelView[]; desk: boolean }) {
  const t = useT(afterSales)
  return (
    <section className="panel stack" aria-labelledby="o-parcels">
      <h2 className="b t15" id="o-parcels">
        {t('parcels')}
      </h2>
      <ul className="led">
        {parcels.map((parcel) => (
          <Parcel key={parcel.id} parcel={parcel} desk={desk} />
        ))}
      </ul>
    </section>
  )
}

function Parcel({ parcel, desk }: { parcel: ParcelView; desk: boolean }) {
  const t = useT(afterSales)
  const format = useFormat()
  const { carrier, tracking } = parcel
  return (
    <li className="parcel">
      <div className="grow stack gap1">
        <p className="row wrapx gap2">
          <Tag tone={tones[parcel.state]}>{t(`parcel_${parcel.state}`)}</Tag>
          <span className="num t13 c3">
            {parcel.deliveredAt
              ? t('deliveredAt', { time: format.dateTime(parcel.deliveredAt) })
              : t('sentAt', { time: format.dateTime(parcel.shippedAt) })}
          </span>
        </p>
        {parcel.lines.map((line) => (
          <p key={line.title} className="t13 clamp1">
            {t('piece', { title: line.title, count: line.quantity })}
          </p>
        ))}
        {carrier || tracking ? (
          <p className="t13 c2 num wrap-any">
            {[carrier, tracking ? t('tracking', { number: tracking }) : null].filter(Boolean).join(' · ')}
          </p>
        ) : null}
        {desk && parcel.state === 'shipped' ? <Outcomes id={parcel.id} /> : null}
      </div>
    </li>
  )
}

function Outcomes({ id }: { id: string }) {
  const t = useT(afterSales)
  const outcomes = [
    ['deliver', t('markDelivered')],
    ['lose', t('markLost')],
    ['cancel', t('markNeverLeft')],
  ] as const
  return (
    <PostForm intent="parcel" hidden={{ [afterSalesFields.shipmentId]: id }} className="row wrapx gap2" stay>
      {outcomes.map(([what, text]) => (
        <Button key={what} type="submit" name={afterSalesFields.what} value={what} variant="line" size="sm">
          {text}
        </Button>
      ))}
    </PostForm>
  )
}
