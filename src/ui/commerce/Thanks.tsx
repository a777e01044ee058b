import { Link } from 'react-router'
import { useFormat, useT } from '../i18n/index.ts'
import { commerce } from '../i18n/messages/commerce.ts'
import { Avatar, Icon } from '../primitives/index.ts'
import type { CreditView } from './view.ts'

/** Who each line is credited to, and that it does not raise the price. */
export function Thanks({ credits }: { credits: CreditView[] }) {
  const t = useT(commerce)
  return (
    <section className="panel stack" aria-labelledby="co-thanks">
      <h2 className="b t15 row" id="co-thanks">
        <Icon name="sprout" />
        {t('thanksTitle')}
      </h2>
      <ul className="stack gap2">
        {credits.map((credit) => (
          <ThanksLine key={credit.lineId} credit={credit} />
        ))}
      </ul>
      <p className="t12 c3 loose">{t('thanksNote')}</p>
    </section>
  )
}

function ThanksLine({ credit }: { credit: CreditView }) {
  const t = useT(commerce)
  const format = useFormat()
  const { creator } = credit
  return (
    <li className="row t13 top-row">
      <Avatar media={creator.avatar ?? undefined} name={creator.name} />
      <span className="grow">
        {t.rich('thanksLine', { product: credit.product, rate: format.rate(credit.rateBps), name: <b>{creator.name}</b> })}
        {credit.touchedAt ? <span className="c3 blk">{t('thanksTouched', { date: format.date(credit.touchedAt) })}</span> : null}
        {credit.whyHref ? (
          <Link to={credit.whyHref} className="link">
            {t('whyThis')}
          </Link>
        ) : null}
      </span>
      <b className="num">{format.money(credit.amount)}</b>
    </li>
  )
}
