import { useT } from '../i18n/index.ts'
import { commerce } from '../i18n/messages/commerce.ts'
import { Icon } from '../primitives/index.ts'

const steps = ['stepCart', 'stepConfirm', 'stepPay'] as const

/** Where one is on the way from the cart to the payment: 0 cart, 1 confirm, 2 pay. */
export function Steps({ current }: { current: 0 | 1 | 2 }) {
  const t = useT(commerce)
  return (
    <ol className="steps" aria-label={t('steps')}>
      {steps.map((step, at) => (
        <li key={step} className={at < current ? 'done' : undefined} aria-current={at === current ? 'step' : undefined}>
          <b>{at < current ? <Icon name="check" size={14} /> : at + 1}</b>
          {t(step)}
        </li>
      ))}
    </ol>
  )
}
