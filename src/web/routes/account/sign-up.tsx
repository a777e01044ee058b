import { data, redirect, useActionData, useLoaderData } from 'react-router'
import { signUp } from '../../../flows/accounts/sign-up.ts'
import { ownPath } from '../../../lib/own-path.ts'
import { type AuthField, SignUp } from '../../../ui/account/index.ts'
import { localePath, translate, useTo } from '../../../ui/i18n/index.ts'
import { account as messages } from '../../../ui/i18n/messages/account.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { textFields } from '../../lib/answers.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/sign-up'
import { accountHeaders, accountLinks, answered, type FormAnswer, openDoor, refusedForm } from './door.ts'

export const links = accountLinks
export const headers = accountHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, args.params.lang === 'en' ? 'en' : 'zh', 'signUp'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { visit, locale } = openDoor(args)
  if ((await visit.actor()).userId) throw redirect(localePath(locale, '/account'))
  return data({ next: ownPath(new URL(args.request.url).searchParams.get('next'), '') }, { headers: accountHeaders() })
}

const names = { email: 'email', name: 'displayName', password: 'password' } as const satisfies Record<string, AuthField>

export async function action(args: Route.ActionArgs) {
  const { ctx, locale } = openDoor(args)
  const { email = '', password = '', displayName = '', terms } = textFields(await args.request.formData())
  const values = { email, displayName, terms: terms === '1' }
  if (!values.terms) return data({ values, errors: { terms: { code: 'terms' as const } } }, { status: 422, headers: accountHeaders() })
  const done = await signUp(ctx, { email, password, name: displayName, locale })
  return done.ok ? answered({ sent: true }) : answered({ values, ...refusedForm<AuthField>(done.failure, names) }, done.failure)
}

type Answer = FormAnswer<AuthField> & { values?: { email: string; displayName: string; terms: boolean }; sent?: boolean }

export default function SignUpPage() {
  const { next } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as Answer | undefined
  const to = useTo()
  const more = next ? `?next=${encodeURIComponent(next)}` : ''
  return (
    <Shell section="me">
      <main id="main">
        <SignUp {...answer} {...(next ? { next } : {})} logInHref={`${to('/login')}${more}`} termsHref={null} />
      </main>
    </Shell>
  )
}
