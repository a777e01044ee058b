import { data, redirectDocument, useActionData } from 'react-router'
import { logOut } from '../../../flows/accounts/log-out.ts'
import { type AccountFacts, readAccount } from '../../../flows/accounts/read-account.ts'
import { updateProfile } from '../../../flows/accounts/update-profile.ts'
import { cookie, cookieNames } from '../../../lib/cookies.ts'
import { endedSessionCookie } from '../../../lib/session-cookie.ts'
import { AccountFrame, AccountPage, type AccountView } from '../../../ui/account/index.ts'
import { isLocale, type Locale, localePath, translate } from '../../../ui/i18n/index.ts'
import { account as messages } from '../../../ui/i18n/messages/account.ts'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { membersOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/account'
import { accountHeaders, accountLinks, answered, type FormAnswer, refusedForm } from './door.ts'

export const links = accountLinks
export const headers = accountHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, args.params.lang === 'en' ? 'en' : 'zh', 'account'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await membersOnly(args)
  return data({ view: viewOf(valueOr404(await readAccount(ctx, actor)), locale) }, { headers: accountHeaders() })
}

function viewOf({ name, email, memberSince, orders, follows, roles, creator }: AccountFacts, locale: Locale): AccountView {
  const to = (path: string) => localePath(locale, path)
  const desk = roles.some((role) => role === 'editor' || role === 'admin')
  return {
    displayName: name,
    email,
    avatar: null,
    memberSince,
    orders,
    follows,
    hrefs: {
      orders: to('/orders'),
      follows: `${to('/')}?tab=following`,
      studio: creator ? to('/studio') : null,
      desk: desk ? to('/desk') : null,
      sales: roles.some((role) => role === 'finance' || role === 'admin') ? to('/desk/orders') : null,
      feed: to('/why-feed'),
      becomeCreator: creator ? null : to('/studio/join'),
    },
  }
}

export async function action(args: Route.ActionArgs) {
  const { ctx, actor, visit, locale } = await membersOnly(args)
  const { intent, displayName = '', language } = textFields(await args.request.formData())
  if (intent === 'log-out') {
    await logOut(ctx, visit)
    return redirectDocument(localePath(locale, '/'), { headers: { 'Set-Cookie': endedSessionCookie(visit.secure) } })
  }
  if (intent === 'language' && isLocale(language)) {
    await updateProfile(ctx, actor, { locale: language })
    const kept = cookie(cookieNames.language, language, { maxAgeSeconds: 365 * 86_400, secure: visit.secure })
    return redirectDocument(localePath(language, '/account'), { headers: { 'Set-Cookie': kept } })
  }
  const saved = await updateProfile(ctx, actor, { name: displayName })
  return saved.ok
    ? answered({ saved: true })
    : answered({ values: { displayName }, ...refusedForm(saved.failure, { name: 'displayName' }) }, saved.failure)
}

type Answer = FormAnswer<'displayName'> & { values?: { displayName: string }; saved?: boolean }

export default function Account({ loaderData }: Route.ComponentProps) {
  const { errors, values, saved } = (useActionData<typeof action>() as Answer | undefined) ?? {}
  return (
    <AccountFrame part="account" ownMain>
      <AccountPage view={loaderData.view} {...(errors ? { errors } : {})} {...(values ? { values } : {})} {...(saved ? { saved } : {})} />
    </AccountFrame>
  )
}
