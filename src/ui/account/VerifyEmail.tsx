import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useT, useTo } from '../i18n/index.ts'
import { account as messages } from '../i18n/messages/account.ts'
import { Button, LinkButton } from '../primitives/index.ts'
import { AuthDone } from './AuthFrame.tsx'
import { verifyFields } from './fields.ts'

export interface VerifyEmailProps {
  /** From the link. */
  token: string
  /** `ask` is shown when the link is opened: programs that scan mail open links, people press buttons. */
  state: 'ask' | 'done' | 'expired'
}

/** Confirming an address of mail. Posts `verifyFields`. */
export function VerifyEmail({ token, state }: VerifyEmailProps) {
  const t = useT(messages)
  const to = useTo()
  const busy = usePending('verify')
  if (state === 'ask') {
    return (
      <AuthDone title={t('verifyAsk')} text={t('verifyAskText')} icon="user">
        <PostForm intent="verify" hidden={{ [verifyFields.token]: token }}>
          <Button type="submit" variant="main" size="xl" busy={busy}>
            {t('verifyButton')}
          </Button>
        </PostForm>
      </AuthDone>
    )
  }
  const good = state === 'done'
  return (
    <AuthDone bad={!good} title={t(good ? 'verifyOk' : 'verifyBad')} text={t(good ? 'verifyOkText' : 'verifyBadText')}>
      <LinkButton to={to('/login')} variant={good ? 'main' : 'line'}>
        {t('logIn')}
      </LinkButton>
    </AuthDone>
  )
}
