import { data, redirect, redirectDocument, useActionData, useLoaderData } from 'react-router'
import { logIn } from '../../../flows/accounts/log-in.ts'
import { resendVerification } from '../../../flows/accounts/verify-email.ts'
import { cookie, cookieNames } from '../../../lib/cookies.ts'
import { ownPath } from '../../../lib/own-path.ts'
import type { Failure } from '../../../lib/result.ts'
import { sessionCookie } from '../../../lib/session-cookie.ts'
import { LogIn } from '../../../ui/account/index.ts'
import { localePath, translate, useTo } from '../../../ui/i18n/index.ts'
import { account as messages } from '../../../ui/i18n/messages/account.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { textFields } from '../../lib/answers.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/log-in'
import { accountHeaders, accountLinks, answered, openDoor, refusedForm } from './door.ts'

export const links = accountLinks
export const headers = accountHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, args.params.lang === 'en' ? 'en' : 'zh', 'logIn'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { visit, locale } = openDoor(args)
  const wanted = new URL(args.request.url).searchParams.get('next')
  // With a wish the form is shown to members, too: another account may be allowed where this one is not.
  if (wanted === null && (await visit.actor()).userId) throw redirect(localePath(locale, '/account'))
  const next = ownPath(wanted, '')
  return data({ next }, { headers: accountHeaders() })
}

export async function action(args: Route.ActionArgs) {
  const { ctx, visit, locale } = openDoor(args)
  const { intent, email = '', password = '', next } = textFields(await args.request.formData())
  const values = { email }
  if (intent === 'resend') {
    const sent = await resendVerification(ctx, { email })
    return sent.ok
      ? answered({ values, resent: true })
      : answered({ values, ...refusedForm(sent.failure, { email: 'email' }) }, sent.failure)
  }
  const opened = await logIn(ctx, visit, { email, password })
  if (!opened.ok) return answered({ values, ...logInRefusal(opened.failure) }, opened.failure)
  const { token, setCookies } = opened.value
  const cookies = [
    sessionCookie(token, visit.secure),
    cookie(cookieNames.language, locale, { maxAgeSeconds: 365 * 86_400, secure: visit.secure }),
    ...setCookies,
  ]
  // A whole new document: nothing that was fetched for the guest stays, and the admin is another application.
  return redirectDocument(ownPath(next, localePath(locale, '/')), {
    headers: cookies.map((value): [string, string] => ['Set-Cookie', value]),
  })
}

const logInRefusal = (failure: Failure) =>
  failure.code === 'state' ? { failure: { code: 'unverified' as const } } : refusedForm(failure, { email: 'email', password: 'password' })

interface Answer {
  values?: { email: string }
  resent?: boolean
}

export default function LogInPage() {
  const { next } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as (Answer & ReturnType<typeof refusedForm<'email' | 'password'>>) | undefined
  const to = useTo()
  return (
    <Shell section="me">
      <main id="main">
        <LogIn {...answer} {...(next ? { next } : {})} signUpHref={to('/sign-up')} />
      </main>
    </Shell>
  )
}
