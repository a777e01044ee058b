import { data } from 'react-router'
import { listMyComments } from '../../../flows/comments/list-my-comments.ts'
import { AccountFrame } from '../../../ui/account/AccountFrame.tsx'
import { isLocale, localePath, translate } from '../../../ui/i18n/index.ts'
import { commentDesk as messages } from '../../../ui/i18n/messages/comment-desk.ts'
import { MyComments } from '../../../ui/social/MyComments.tsx'
import { valueOr404 } from '../../lib/answers.ts'
import { membersOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/my-comments'
import { privateHeaders } from './target.ts'

export { personalLinks as links } from './links.ts'
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, isLocale(args.params.lang) ? args.params.lang : 'zh', 'mine'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await membersOnly(args)
  const after = new URL(args.request.url).searchParams.get('after')
  const { comments, next } = valueOr404(await listMyComments(ctx, actor, { after, locale }))
  const more = next === null ? undefined : `${localePath(locale, '/account/comments')}?after=${next}`
  return data({ comments, more }, { headers: privateHeaders() })
}

export default function MyCommentsRoute({ loaderData }: Route.ComponentProps) {
  return (
    <AccountFrame part="comments">
      <MyComments {...loaderData} />
    </AccountFrame>
  )
}
