import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useT, useTo } from '../i18n/index.ts'
import { account as messages } from '../i18n/messages/account.ts'
import { Button, Input, LinkButton } from '../primitives/index.ts'
import { AuthDone, AuthFailure, AuthFrame } from './AuthFrame.tsx'
import { type AccountErrors, accountErrorText, type FormFailure } from './account-error.ts'
import { forgotFields, passwordMin, resetFields } from './fields.ts'

export interface ForgotPasswordProps {
  values?: { email?: string }
  errors?: AccountErrors<'email'>
  failure?: FormFailure
  /** The form was taken; said alike for every address. */
  sent?: boolean
  /** How long the link works. */
  validMinutes: number
}

/** Asking for a link to change the password. Posts `forgotFields`. */
export function ForgotPassword({ values = {}, errors = {}, failure, sent, validMinutes }: ForgotPasswordProps) {
  const t = useT(messages)
  const busy = usePending('forgot')
  if (sent) return <AuthDone title={t('forgotSent')} text={t('forgotSentText', { minutes: validMinutes })} />
  return (
    <AuthFrame title={t('forgotTitle')} text={t('forgotText')}>
      <AuthFailure failure={failure} />
      <PostForm intent="forgot" className="panel stack gap4">
        <Input
          label={t('email')}
          error={accountErrorText(t, errors.email)}
          type="email"
          name={forgotFields.email}
          autoComplete="username"
          inputMode="email"
          required
          maxLength={254}
          defaultValue={values.email}
        />
        <Button type="submit" variant="main" size="xl" block busy={busy}>
          {t('forgotButton')}
        </Button>
      </PostForm>
    </AuthFrame>
  )
}

export interface ResetPasswordProps {
  /** From the link; posted back, never shown. */
  token: string
  errors?: AccountErrors<'password'>
  failure?: FormFailure
  /** `expired` covers used, old and invented links alike. */
  state: 'form' | 'done' | 'expired'
}

/** Setting a new password by the link of the letter. Posts `resetFields`. */
export function ResetPassword({ token, errors = {}, failure, state }: ResetPasswordProps) {
  const t = useT(messages)
  const to = useTo()
  const busy = usePending('reset')
  if (state === 'done') {
    return (
      <AuthDone title={t('resetDone')} text={t('resetDoneText')}>
        <LinkButton to={to('/login')} variant="main">
          {t('logIn')}
        </LinkButton>
      </AuthDone>
    )
  }
  if (state === 'expired') {
    return (
      <AuthDone bad title={t('resetExpired')} text={t('resetExpiredText')}>
        <LinkButton to={to('/forgot-password')} variant="main">
          {t('resetAgain')}
        </LinkButton>
      </AuthDone>
    )
  }
  return (
    <AuthFrame title={t('resetTitle')} text={t('resetText')}>
      <AuthFailure failure={failure} />
      <PostForm intent="reset" hidden={{ [resetFields.token]: token }} className="panel stack gap4">
        <Input
          label={t('passwordNew')}
          hint={t('passwordHint', { min: passwordMin })}
          error={accountErrorText(t, errors.password)}
          type="password"
          name={resetFields.password}
          autoComplete="new-password"
          required
          minLength={passwordMin}
          maxLength={200}
        />
        <Button type="submit" variant="main" size="xl" block busy={busy}>
          {t('resetButton')}
        </Button>
      </PostForm>
    </AuthFrame>
  )
}
