import { useActionData } from 'react-router'
import { verifyEmail } from '../../../flows/accounts/verify-email.ts'
import { VerifyEmail } from '../../../ui/account/index.ts'
import { translate } from '../../../ui/i18n/index.ts'
import { account as messages } from '../../../ui/i18n/messages/account.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { textFields } from '../../lib/answers.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/verify-email'
import { accountHeaders, accountLinks, answered, openDoor } from './door.ts'

export const links = accountLinks
export const headers = accountHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, args.params.lang === 'en' ? 'en' : 'zh', 'verifyAsk'), noindex: true })

/** Opening the link only asks: programs that scan mail open links by themselves. */
export const loader = ({ request }: Route.LoaderArgs) =>
  answered({ token: (new URL(request.url).searchParams.get('token') ?? '').slice(0, 200) })

export async function action(args: Route.ActionArgs) {
  const { ctx } = openDoor(args)
  const { token = '' } = textFields(await args.request.formData())
  const done = await verifyEmail(ctx, { token })
  return done.ok ? answered({ state: 'done' }) : answered({ state: 'expired' }, done.failure)
}

export default function VerifyEmailPage({ loaderData }: Route.ComponentProps) {
  const answer = useActionData<typeof action>() as { state: 'done' | 'expired' } | undefined
  return (
    <Shell section="me">
      <main id="main">
        <VerifyEmail token={loaderData.token} state={answer?.state ?? (loaderData.token ? 'ask' : 'expired')} />
      </main>
    </Shell>
  )
}
