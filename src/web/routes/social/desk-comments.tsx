import { data, redirect } from 'react-router'
import { approveComment } from '../../../flows/comments/approve-comment.ts'
import { hideComment } from '../../../flows/comments/hide-comment.ts'
import { listCommentsForDesk } from '../../../flows/comments/list-for-desk.ts'
import { restoreComment } from '../../../flows/comments/restore-comment.ts'
import { commentRuleIds } from '../../../modules/moderation/index.ts'
import { isLocale, localePath, translate } from '../../../ui/i18n/index.ts'
import { commentDesk as messages } from '../../../ui/i18n/messages/comment-desk.ts'
import { Shell } from '../../../ui/shell/Shell.tsx'
import { DeskComments } from '../../../ui/social/DeskComments.tsx'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { rolesOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/desk-comments'
import { privateHeaders } from './target.ts'

export { personalLinks as links } from './links.ts'
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, isLocale(args.params.lang) ? args.params.lang : 'zh', 'desk'), noindex: true })

const states = ['held', 'hidden', 'shown'] as const
const outcomes = ['done', 'stale', 'failed'] as const

const asked = (request: Request) => {
  const { searchParams } = new URL(request.url)
  return {
    state: states.find((state) => state === searchParams.get('state')) ?? 'held',
    outcome: outcomes.find((outcome) => outcome === searchParams.get('outcome')) ?? null,
  }
}

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await rolesOnly(args, 'editor', 'admin')
  const { state, outcome } = asked(args.request)
  const list = valueOr404(await listCommentsForDesk(ctx, actor, { state, locale }))
  return data({ ...list, state, outcome, rules: commentRuleIds }, { headers: privateHeaders() })
}

/** `intent`: `approve`, `restore`, `hide` (`rule`, `reason`); `id`. Back to the same list with what became of it. */
export async function action(args: Route.ActionArgs) {
  const { ctx, actor, locale } = await rolesOnly(args, 'editor', 'admin')
  const { intent, id = '', rule = '', reason = '' } = textFields(await args.request.formData())
  const { state } = asked(args.request)
  const decided =
    intent === 'approve'
      ? await approveComment(ctx, actor, { id })
      : intent === 'restore'
        ? await restoreComment(ctx, actor, { id })
        : await hideComment(ctx, actor, { id, rule, reason })
  const outcome = decided.ok ? 'done' : decided.failure.code === 'invalid' ? 'failed' : 'stale'
  const query = new URLSearchParams({ ...(state === 'held' ? {} : { state }), outcome })
  return redirect(`${localePath(locale, '/desk/comments')}?${query}`, { headers: privateHeaders() })
}

export default function DeskCommentsRoute({ loaderData }: Route.ComponentProps) {
  return (
    <Shell section="desk">
      <main id="main">
        <DeskComments key={`${loaderData.state} ${loaderData.comments[0]?.id ?? ''}`} {...loaderData} />
      </main>
    </Shell>
  )
}
