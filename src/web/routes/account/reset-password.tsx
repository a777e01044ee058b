import { useActionData } from 'react-router'
import { resetPassword } from '../../../flows/accounts/reset-password.ts'
import { endedSessionCookie } from '../../../lib/session-cookie.ts'
import { ResetPassword } from '../../../ui/account/index.ts'
import { translate } from '../../../ui/i18n/index.ts'
import { account as messages } from '../../../ui/i18n/messages/account.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { textFields } from '../../lib/answers.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/reset-password'
import { accountHeaders, accountLinks, answered, type FormAnswer, openDoor, refusedForm } from './door.ts'

export const links = accountLinks
export const headers = ({ actionHeaders }: Route.HeadersArgs) => {
  const cookies = actionHeaders.get('Set-Cookie')
  return { ...accountHeaders(), ...(cookies ? { 'Set-Cookie': cookies } : {}) }
}
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, args.params.lang === 'en' ? 'en' : 'zh', 'resetTitle'), noindex: true })

export const loader = ({ request }: Route.LoaderArgs) =>
  answered({ token: (new URL(request.url).searchParams.get('token') ?? '').slice(0, 200) })

export async function action(args: Route.ActionArgs) {
  const { ctx, visit } = openDoor(args)
  const { token = '', password = '' } = textFields(await args.request.formData())
  const done = await resetPassword(ctx, { token, password })
  if (done.ok) {
    const answer = answered({ state: 'done' })
    ;(answer.init as { headers: Record<string, string> }).headers['Set-Cookie'] = endedSessionCookie(visit.secure)
    return answer
  }
  if (done.failure.code === 'gone') return answered({ state: 'expired' }, done.failure)
  return answered({ state: 'form', ...refusedForm(done.failure, { password: 'password' }) }, done.failure)
}

type Answer = FormAnswer<'password'> & { state: 'form' | 'done' | 'expired' }

export default function ResetPasswordPage({ loaderData }: Route.ComponentProps) {
  const answer = useActionData<typeof action>() as Answer | undefined
  const state = answer?.state ?? (loaderData.token ? 'form' : 'expired')
  return (
    <Shell section="me">
      <main id="main">
        <ResetPassword {...answer} token={loaderData.token} state={state} />
      </main>
    </Shell>
  )
}
