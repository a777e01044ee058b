import { Link } from 'react-router'
import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useT, useTo } from '../i18n/index.ts'
import { account as messages } from '../i18n/messages/account.ts'
import { Button, Callout, Input } from '../primitives/index.ts'
import { AuthFailure, AuthFrame } from './AuthFrame.tsx'
import { type AccountErrors, accountErrorText, type FormFailure } from './account-error.ts'
import { logInFields } from './fields.ts'

export interface LogInProps {
  /** A path of ours to go to afterwards; checked by the route. */
  next?: string
  values?: { email?: string }
  errors?: AccountErrors<'email' | 'password'>
  failure?: FormFailure
  /** The verification letter was sent again (said alike for every address). */
  resent?: boolean
  signUpHref: string
}

/** Logging in. Says the same for an unknown address, a wrong password and a locked account. Posts `logInFields`. */
export function LogIn({ next, values = {}, errors = {}, failure, resent, signUpHref }: LogInProps) {
  const t = useT(messages)
  const to = useTo()
  const busy = usePending('log-in')
  const hidden = next ? { [logInFields.next]: next } : undefined
  return (
    <AuthFrame title={t('logIn')} text={t('logInText')}>
      {resent ? (
        <Callout tone="good" live>
          {t('verifyResent')}
        </Callout>
      ) : null}
      <AuthFailure failure={failure} />
      {failure?.code === 'unverified' && values.email ? (
        <PostForm intent="resend" hidden={{ [logInFields.email]: values.email }}>
          <Button type="submit" variant="line" block>
            {t('verifyResend')}
          </Button>
        </PostForm>
      ) : null}
      <PostForm intent="log-in" hidden={hidden} className="panel stack gap4">
        <Input
          label={t('email')}
          error={accountErrorText(t, errors.email)}
          type="email"
          name={logInFields.email}
          autoComplete="username"
          inputMode="email"
          required
          maxLength={254}
          defaultValue={values.email}
        />
        <Input
          label={t('password')}
          error={accountErrorText(t, errors.password)}
          type="password"
          name={logInFields.password}
          autoComplete="current-password"
          required
          maxLength={200}
        />
        <Button type="submit" variant="main" size="xl" block busy={busy}>
          {t('logIn')}
        </Button>
      </PostForm>
      <p className="auth-links t13">
        <Link to={signUpHref} className="link">
          {t('noAccount')}
        </Link>
        <Link to={to('/forgot-password')} className="link">
          {t('forgotLink')}
        </Link>
      </p>
    </AuthFrame>
  )
}
