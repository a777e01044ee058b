import { redirectDocument, useActionData } from 'react-router'
import { createFirstAdmin } from '../../../flows/accounts/create-first-admin.ts'
import { FirstAdmin } from '../../../ui/account/FirstAdmin.tsx'
import type { AuthField } from '../../../ui/account/index.ts'
import { localePath, translate } from '../../../ui/i18n/index.ts'
import { choices } from '../../../ui/i18n/messages/choices.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { textFields } from '../../lib/answers.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/first-admin'
import { accountHeaders, accountLinks, answered, type FormAnswer, openDoor, refusedForm } from './door.ts'

export const links = accountLinks
export const headers = accountHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(choices, args.params.lang === 'en' ? 'en' : 'zh', 'firstAdmin'), noindex: true })

export const loader = ({ request }: Route.LoaderArgs) =>
  answered({ token: (new URL(request.url).searchParams.get('token') ?? '').slice(0, 200) })

const names = { email: 'email', name: 'displayName', password: 'password' } as const satisfies Record<string, AuthField>

export async function action(args: Route.ActionArgs) {
  const { ctx, locale } = openDoor(args)
  const { token = '', email = '', password = '', displayName = '' } = textFields(await args.request.formData())
  const made = await createFirstAdmin(ctx, { token, email, password, name: displayName })
  if (made.ok) return redirectDocument(`${localePath(locale, '/login')}?next=/admin`)
  const values = { email, displayName }
  if (made.failure.code === 'gone') return answered({ values, expired: true }, made.failure)
  return answered({ values, ...refusedForm<AuthField>(made.failure, names) }, made.failure)
}

type Answer = FormAnswer<AuthField> & { values?: { email: string; displayName: string }; expired?: boolean }

export default function FirstAdminPage({ loaderData }: Route.ComponentProps) {
  const answer = useActionData<typeof action>() as Answer | undefined
  return (
    <Shell section="none" bar="none">
      <main id="main">
        <FirstAdmin {...answer} token={loaderData.token} expired={answer?.expired ?? !loaderData.token} />
      </main>
    </Shell>
  )
}
