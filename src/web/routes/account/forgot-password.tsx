import { useActionData } from 'react-router'
import { askPasswordReset, RESET_MINUTES } from '../../../flows/accounts/ask-password-reset.ts'
import { ForgotPassword } from '../../../ui/account/index.ts'
import { translate } from '../../../ui/i18n/index.ts'
import { account as messages } from '../../../ui/i18n/messages/account.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { textFields } from '../../lib/answers.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/forgot-password'
import { accountHeaders, accountLinks, answered, type FormAnswer, openDoor, refusedForm } from './door.ts'

export const links = accountLinks
export const headers = accountHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, args.params.lang === 'en' ? 'en' : 'zh', 'forgotTitle'), noindex: true })

export const loader = () => answered({ validMinutes: RESET_MINUTES })

export async function action(args: Route.ActionArgs) {
  const { ctx, locale } = openDoor(args)
  const { email = '' } = textFields(await args.request.formData())
  const asked = await askPasswordReset(ctx, { email, locale })
  return asked.ok
    ? answered({ sent: true })
    : answered({ values: { email }, ...refusedForm(asked.failure, { email: 'email' }) }, asked.failure)
}

type Answer = FormAnswer<'email'> & { values?: { email: string }; sent?: boolean }

export default function ForgotPasswordPage({ loaderData }: Route.ComponentProps) {
  const answer = useActionData<typeof action>() as Answer | undefined
  return (
    <Shell section="me">
      <main id="main">
        <ForgotPassword {...answer} validMinutes={loaderData.validMinutes} />
      </main>
    </Shell>
  )
}
