import { useFormat, useT } from '../i18n/index.ts'
import { creator as messages } from '../i18n/messages/creator.ts'
import { Icon } from '../primitives/Icon.tsx'
import type { TrustView } from '../view/lists.ts'
import { Headline } from './Highlight.tsx'

interface TrustRecordProps {
  trust: TrustView
  /** ISO. */
  joinedAt: string
}

/** What the books and the editors' decisions say of a creator: numbers only, each with what it counts. */
export function TrustRecord({ trust, joinedAt }: TrustRecordProps) {
  const ts = useT(messages)
  const format = useFormat()
  const facts = [
    { value: format.count(trust.orders), label: ts('trustOrders', { count: trust.orders }) },
    ...(trust.returnedBps === undefined ? [] : [{ value: format.rate(trust.returnedBps), label: ts('trustReturned') }]),
    { value: format.number(trust.restricted), label: ts('trustRestricted', { count: trust.restricted }) },
    { value: format.date(joinedAt, { year: true }), label: ts('trustSince') },
  ]
  return (
    <section className="trust" aria-labelledby="trust-title">
      <header className="row">
        <Icon name="shield" className="cb" />
        <div className="grow">
          <h2 className="b" id="trust-title">
            {ts('trustTitle')}
          </h2>
          <p className="t12 c2">
            <Headline title={ts('trustText', { date: format.date(trust.at) })} />
          </p>
        </div>
      </header>
      <dl>
        {facts.map((fact) => (
          <div key={fact.label}>
            <dt className="t12 c2">{fact.label}</dt>
            <dd className="b num">{fact.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
