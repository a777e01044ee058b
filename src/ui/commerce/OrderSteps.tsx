import { useFormat, useT } from '../i18n/index.ts'
import { order as messages } from '../i18n/messages/order.ts'
import type { OrderStepView } from './view.ts'

/** Where the parcel is. A step without a time has not happened, and no date is promised for it. */
export function OrderSteps({ steps }: { steps: OrderStepView[] }) {
  const t = useT(messages)
  const format = useFormat()
  const last = steps.reduce((found, step, at) => (step.at ? at : found), -1)
  return (
    <ol className="panel ship" aria-label={t('progress')} style={{ gridTemplateColumns: `repeat(${steps.length}, 1fr)` }}>
      {steps.map((step, at) => (
        <li
          key={step.kind}
          className={step.at ? (at === last ? 'on now' : 'on') : undefined}
          aria-current={at === last ? 'step' : undefined}
        >
          <b>{t(`step_${step.kind}`)}</b>
          <span className="num">{step.at ? <time dateTime={step.at}>{format.dateTime(step.at)}</time> : t('notYet')}</span>
        </li>
      ))}
    </ol>
  )
}
