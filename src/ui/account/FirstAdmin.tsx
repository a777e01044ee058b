import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useT } from '../i18n/index.ts'
import { account } from '../i18n/messages/account.ts'
import { choices } from '../i18n/messages/choices.ts'
import { Button, Input } from '../primitives/index.ts'
import { AuthDone, AuthFailure, AuthFrame } from './AuthFrame.tsx'
import { type AccountErrors, accountErrorText, type FormFailure } from './account-error.ts'
import { type AuthField, passwordMin } from './fields.ts'

export interface FirstAdminProps {
  /** From the link that the start printed. */
  token: string
  values?: { email?: string; displayName?: string }
  errors?: AccountErrors<AuthField>
  failure?: FormFailure
  expired: boolean
}

/** Making the first admin by the one-time link. Posts `token`, `email`, `displayName`, `password`. */
export function FirstAdmin({ token, values = {}, errors = {}, failure, expired }: FirstAdminProps) {
  const t = useT(choices)
  const ta = useT(account)
  const busy = usePending('first-admin')
  if (expired) return <AuthDone bad title={t('firstAdminExpired')} text={t('firstAdminExpiredText')} />
  return (
    <AuthFrame title={t('firstAdmin')} text={t('firstAdminText')}>
      <AuthFailure failure={failure} />
      <PostForm intent="first-admin" hidden={{ token }} className="panel stack gap4">
        <Input
          label={ta('email')}
          error={errors.email?.code === 'invalid' ? t('addressTaken') : accountErrorText(ta, errors.email)}
          type="email"
          name="email"
          autoComplete="username"
          required
          maxLength={254}
          defaultValue={values.email}
        />
        <Input
          label={ta('displayName')}
          error={accountErrorText(ta, errors.displayName)}
          name="displayName"
          autoComplete="nickname"
          required
          maxLength={40}
          defaultValue={values.displayName}
        />
        <Input
          label={ta('password')}
          hint={ta('passwordHint', { min: passwordMin })}
          error={accountErrorText(ta, errors.password)}
          type="password"
          name="password"
          autoComplete="new-password"
          required
          minLength={passwordMin}
          maxLength={200}
        />
        <Button type="submit" variant="main" size="xl" block busy={busy}>
          {t('firstAdminButton')}
        </Button>
      </PostForm>
    </AuthFrame>
  )
}
