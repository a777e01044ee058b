import { useFormat, useT } from '../i18n/index.ts'
import { commerce } from '../i18n/messages/commerce.ts'
import type { CheckoutView } from './checkout-view.ts'
import { LinePicture } from './LinePicture.tsx'
import { SumTable } from './SumTable.tsx'
import { Thanks } from './Thanks.tsx'
import type { SumView } from './view.ts'

/** What is bought, what it costs, and who is credited. */
export function CheckoutSummary({ view, sum }: { view: CheckoutView; sum: SumView }) {
  const t = useT(commerce)
  const format = useFormat()
  return (
    <>
      <section className="panel stack gap4" aria-label={t('sumTitle')}>
        <ul className="stack gap2">
          {view.lines.map(({ id, product, quantity, total }) => (
            <li key={id} className="row t13">
              <LinePicture media={product.picture} href={product.href} size={48} />
              <span className="grow">
                <span className="clamp1">{product.title}</span>
                <span className="c2 t12 blk">
                  {product.options ? `${product.options} · ` : null}
                  {t('units', { count: quantity })}
                </span>
              </span>
              <span className="num">{format.money(total)}</span>
            </li>
          ))}
        </ul>
        <SumTable sum={sum} />
      </section>
      {view.credits.length > 0 ? <Thanks credits={view.credits} /> : null}
    </>
  )
}
