import { Link } from 'react-router'
import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useT } from '../i18n/index.ts'
import { account as messages } from '../i18n/messages/account.ts'
import { Button, Checkbox, Input } from '../primitives/index.ts'
import { AuthDone, AuthFailure, AuthFrame } from './AuthFrame.tsx'
import { type AccountErrors, accountErrorText, type FormFailure } from './account-error.ts'
import { type AuthField, passwordMin, signUpFields } from './fields.ts'

export interface SignUpProps {
  next?: string
  values?: { email?: string; displayName?: string; terms?: boolean }
  errors?: AccountErrors<AuthField>
  failure?: FormFailure
  /** The form was taken; said alike whether or not the address was free. */
  sent?: boolean
  logInHref: string
  termsHref: string | null
}

/** Signing up. The answer is the same for a new and for a known address. Posts `signUpFields`. */
export function SignUp({ next, values = {}, errors = {}, failure, sent, logInHref, termsHref }: SignUpProps) {
  const t = useT(messages)
  const busy = usePending('sign-up')
  if (sent) return <AuthDone title={t('signUpSent')} text={t('signUpSentText')} />
  return (
    <AuthFrame title={t('signUp')} text={t('signUpText')}>
      <AuthFailure failure={failure} />
      <PostForm intent="sign-up" hidden={next ? { [signUpFields.next]: next } : undefined} className="panel stack gap4">
        <Input
          label={t('email')}
          error={accountErrorText(t, errors.email)}
          type="email"
          name={signUpFields.email}
          autoComplete="username"
          inputMode="email"
          required
          maxLength={254}
          defaultValue={values.email}
        />
        <Input
          label={t('displayName')}
          hint={t('displayNameHint')}
          error={accountErrorText(t, errors.displayName)}
          name={signUpFields.displayName}
          autoComplete="nickname"
          required
          maxLength={40}
          defaultValue={values.displayName}
        />
        <Input
          label={t('password')}
          hint={t('passwordHint', { min: passwordMin })}
          error={accountErrorText(t, errors.password)}
          type="password"
          name={signUpFields.password}
          autoComplete="new-password"
          required
          minLength={passwordMin}
          maxLength={200}
        />
        <Checkbox
          name={signUpFields.terms}
          value="1"
          required
          defaultChecked={values.terms}
          label={t('termsAccept')}
          error={accountErrorText(t, errors.terms)}
          hint={
            termsHref ? (
              <Link to={termsHref} className="link">
                {t('termsLink')}
              </Link>
            ) : undefined
          }
        />
        <Button type="submit" variant="main" size="xl" block busy={busy}>
          {t('signUp')}
        </Button>
      </PostForm>
      <p className="auth-links t13">
        <Link to={logInHref} className="link">
          {t('haveAccount')}
        </Link>
      </p>
    </AuthFrame>
  )
}
