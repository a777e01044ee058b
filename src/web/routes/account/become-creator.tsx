import { data, redirect, redirectDocument, useActionData } from 'react-router'
import { becomeCreator } from '../../../flows/accounts/become-creator.ts'
import { verticals } from '../../../modules/accounts/index.ts'
import { BecomeCreator, type CreatorField } from '../../../ui/account/index.ts'
import { localePath, translate } from '../../../ui/i18n/index.ts'
import { account as messages } from '../../../ui/i18n/messages/account.ts'
import { choices } from '../../../ui/i18n/messages/choices.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { textFields } from '../../lib/answers.ts'
import { membersOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/become-creator'
import { accountHeaders, accountLinks, answered, type FormAnswer, refusedForm } from './door.ts'

export const links = accountLinks
export const headers = accountHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, args.params.lang === 'en' ? 'en' : 'zh', 'becomeCreator'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { actor, visit, locale } = await membersOnly(args)
  if (actor.creatorId) throw redirect(localePath(locale, '/studio'))
  const names = verticals.map((id) => ({ id: id as string, name: translate(choices, locale, id) }))
  const creatorBase = `${new URL(visit.origin).host}${localePath(locale, '/creator/')}`
  return data({ verticals: names, creatorBase }, { headers: accountHeaders() })
}

const names = { handle: 'handle', displayName: 'displayName', bio: 'bio', verticals: 'vertical' } as const satisfies Record<
  string,
  CreatorField
>

export async function action(args: Route.ActionArgs) {
  const { ctx, actor, locale } = await membersOnly(args)
  const { handle = '', displayName = '', vertical = '', bio = '', terms = '' } = textFields(await args.request.formData())
  const values = { handle, displayName, vertical, bio, terms }
  if (terms !== '1') return data({ values, errors: { terms: { code: 'terms' as const } } }, { status: 422, headers: accountHeaders() })
  const made = await becomeCreator(ctx, actor, { handle, displayName, bio, verticals: vertical ? [vertical] : [] })
  if (made.ok) return redirectDocument(localePath(locale, '/studio'))
  return answered({ values, ...refusedForm<CreatorField>(made.failure, names) }, made.failure)
}

type Answer = FormAnswer<CreatorField> & { values?: Partial<Record<CreatorField, string>> }

export default function BecomeCreatorPage({ loaderData }: Route.ComponentProps) {
  const answer = useActionData<typeof action>() as Answer | undefined
  return (
    <Shell section="studio">
      <main id="main">
        <BecomeCreator {...loaderData} {...answer} />
      </main>
    </Shell>
  )
}
