import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useFormat, useT } from '../i18n/index.ts'
import { corrections as messages } from '../i18n/messages/corrections.ts'
import { Button, Input, TextArea } from '../primitives/index.ts'
import type { UpholdTyped } from './view.ts'

interface UpholdClaimProps {
  claimId: string
  name: string
  currency: string
  typed: UpholdTyped
  idempotencyKey: string
}

/** ATT-40: she is right, and the order is credited. Posts `intent` = `uphold` with `claimId`, `orderNumber`, `amount`, `answer`. Open where something of it was refused. */
export function UpholdClaim({ claimId, name, currency, typed, idempotencyKey }: UpholdClaimProps) {
  const t = useT(messages)
  const busy = usePending('uphold', { name: 'claimId', value: claimId })
  const format = useFormat()
  const { values, error, left } = typed.claimId === claimId ? typed : { values: {} as Record<string, string>, error: null }
  const tooMuch = left === undefined ? t('oops_amount') : t('oops_amountLeft', { left: format.money({ amount: left, currency }) })
  return (
    <details open={error !== null}>
      <summary className="link t13">{t('upheld')}</summary>
      <PostForm
        intent="uphold"
        hidden={{ claimId, idempotencyKey: `${idempotencyKey}:${claimId}` }}
        className="rk-form"
        stay
        label={`${t('upheld')}: ${name}`}
      >
        <p className="t13 c2 loose">{t('upheldText')}</p>
        <Input
          name="orderNumber"
          label={t('orderNumber')}
          autoComplete="off"
          maxLength={40}
          className="num"
          defaultValue={values.orderNumber}
          error={error === 'orderNumber' ? t('oops_order') : undefined}
        />
        <Input
          name="amount"
          label={t('amount', { currency })}
          inputMode="decimal"
          autoComplete="off"
          maxLength={16}
          className="num"
          defaultValue={values.amount}
          error={error === 'amount' ? tooMuch : undefined}
        />
        <TextArea name="answer" label={t('answer')} rows={2} maxLength={1000} defaultValue={values.answer} />
        <Button type="submit" size="sm" variant="main" busy={busy}>
          {t('uphold')}
        </Button>
      </PostForm>
    </details>
  )
}
