import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useT } from '../i18n/index.ts'
import { payouts as messages } from '../i18n/messages/payouts.ts'
import { Button, Callout, Input, OptionRadio, RadioGroup } from '../primitives/index.ts'
import type { AccountErrors, MyPayoutsView } from './view.ts'

interface AccountFormProps {
  method: NonNullable<MyPayoutsView['account']>['method']
  /** What was typed before an error, by field name. No account number and no password comes back. */
  values: Readonly<Record<string, string>>
  errors: AccountErrors
}

const methods = ['bank', 'paypal', 'stripe'] as const

/** Where the creator is paid. The fields of the chosen method are shown by the style alone, so that it works before its script. */
export function AccountForm({ method, values, errors }: AccountFormProps) {
  const t = useT(messages)
  const busy = usePending('account')
  const oops = errors.too_many ? t('err_too_many') : errors.failed ? t('err_failed') : null
  return (
    <PostForm intent="account" className="po-form">
      {oops ? (
        <Callout tone="bad" live>
          {oops}
        </Callout>
      ) : null}
      <RadioGroup legend={t('method')}>
        <div className="opts">
          {methods.map((one) => (
            <OptionRadio
              key={one}
              name="method"
              value={one}
              label={t(`method_${one}`)}
              defaultChecked={(values.method || method) === one}
            />
          ))}
        </div>
      </RadioGroup>
      <div className="stack" data-method="bank">
        <Input
          name="holder"
          label={t('holder')}
          autoComplete="name"
          maxLength={80}
          defaultValue={values.holder}
          error={errors.holder && t('err_holder')}
        />
        <Input name="bank" label={t('bank')} maxLength={80} defaultValue={values.bank} error={errors.bank && t('err_bank')} />
        <Input
          name="account"
          label={t('number')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={60}
          className="num"
          hint={t('numberHint')}
          error={errors.account && t('err_account')}
        />
      </div>
      <div className="stack" data-method="paypal">
        <Input
          name="email"
          type="email"
          label={t('paypalEmail')}
          maxLength={120}
          defaultValue={values.email}
          error={errors.email && t('err_email')}
        />
      </div>
      <div className="stack" data-method="stripe">
        <Input
          name="stripe"
          label={t('stripeAccount')}
          autoComplete="off"
          maxLength={60}
          hint="acct_…"
          error={errors.account && t('err_account')}
        />
      </div>
      <Input
        name="password"
        type="password"
        label={t('password')}
        autoComplete="current-password"
        error={errors.password && t('err_password')}
      />
      <p className="t12 c2 loose">{t('accountSafe')}</p>
      <Button type="submit" variant="main" busy={busy}>
        {t('save')}
      </Button>
    </PostForm>
  )
}
