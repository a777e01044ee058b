import { Form } from 'react-router'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { promote as messages } from '../i18n/messages/promote.ts'
import { Button, LinkButton } from '../primitives/Button.tsx'
import { Icon } from '../primitives/Icon.tsx'
import { Empty } from '../primitives/Notice.tsx'
import { ShareBody } from '../shop/ShareBody.tsx'

export interface PromoteView {
  product: { title: string; path: string }
  may: boolean
  why: 'off' | 'unknown' | 'staff' | 'not_bought' | 'refused' | null
  code: string | null
  terms: { rateBps: number; windowDays: number; holdDays: number } | null
  origin: string
}

const refusals = {
  off: ['off', 'offText'],
  unknown: ['notBought', 'notBoughtText'],
  not_bought: ['notBought', 'notBoughtText'],
  staff: ['staff', 'staffText'],
  refused: ['refused', 'refusedText'],
} as const

/** S-06: the second of two taps. The terms, and a button; then the link with its code, to copy, scan and share. */
export function PromotePage({ view }: { view: PromoteView }) {
  const t = useT(messages)
  const to = useTo()
  const { product, code, why } = view
  const acts = (
    <div className="row wrapx">
      <LinkButton to={to(product.path)} variant="line">
        {t('back')}
      </LinkButton>
      {code ? (
        <LinkButton to={to('/studio/earnings')} variant="quiet">
          {t('earnings')}
        </LinkButton>
      ) : null}
    </div>
  )
  return (
    <div className="acct">
      <header>
        <h1 className="display t24">{t('title', { title: product.title })}</h1>
        {why === null ? <p className="c2">{t('intro')}</p> : null}
      </header>
      {code ? (
        <section className="panel stack" id="link" aria-labelledby="promote-link">
          <h2 className="h2" id="promote-link">
            {t('yours')}
          </h2>
          <ShareBody path={`/go/${code}`} origin={view.origin} own />
          <p className="t13 c2">{t('adLabel')}</p>
        </section>
      ) : null}
      {why ? (
        <Empty title={t(refusals[why][0])} icon="info" action={acts}>
          {t(refusals[why][1])}
        </Empty>
      ) : (
        <>
          <Terms view={view} />
          {acts}
        </>
      )}
    </div>
  )
}

function Terms({ view: { terms, code } }: { view: PromoteView }) {
  const t = useT(messages)
  const format = useFormat()
  if (!terms) return null
  const lines = [
    t('rate', { rate: format.rate(terms.rateBps) }),
    t('window', { days: terms.windowDays, count: terms.windowDays }),
    t('hold', { days: terms.holdDays }),
    t('oneLevel'),
    t('selfNone'),
  ]
  return (
    <section className="panel stack">
      <ul className="stack gap1">
        {lines.map((line) => (
          <li key={line} className="row t13 promote-term">
            <Icon name="check" size={16} />
            <span className="grow">{line}</span>
          </li>
        ))}
      </ul>
      {code ? null : (
        <Form method="post">
          <Button type="submit" variant="main" size="xl" block icon="sprout">
            {t('make')}
          </Button>
        </Form>
      )}
    </section>
  )
}
