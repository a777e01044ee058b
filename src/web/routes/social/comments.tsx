import { data } from 'react-router'
import { listComments } from '../../../flows/comments/list-comments.ts'
import { readTarget } from '../../../flows/comments/read-target.ts'
import { ownPath } from '../../../lib/own-path.ts'
import { isLocale, translate } from '../../../ui/i18n/index.ts'
import { comments as messages } from '../../../ui/i18n/messages/comments.ts'
import { Shell } from '../../../ui/shell/Shell.tsx'
import { CommentsPage } from '../../../ui/social/CommentsPage.tsx'
import { isCommentAnswer } from '../../../ui/social/comment-answer.ts'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { pageMeta } from '../../lib/meta.ts'
import { openShop } from '../shop/door.ts'
import type { Route } from './+types/comments'
import { answerComment } from './comment-action.ts'
import { askedTarget, privateHeaders } from './target.ts'

export { unlessOnlyMarked as shouldRevalidate } from '../../lib/revalidation.ts'
export { personalLinks as links } from './links.ts'
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, isLocale(args.params.lang) ? args.params.lang : 'zh', 'commentsAll'), noindex: true })

/** `?kind=&target=` and `after=` (a part of the list), `reply=` (the comment to answer), `back=`. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx, locale, query, to } = openShop(args)
  const asked = askedTarget(query)
  const target = valueOr404(await readTarget(ctx, { kind: asked.kind, id: asked.target }, locale))
  const list = valueOr404(await listComments(ctx, { ...asked, after: query.get('after') }))
  const back = ownPath(query.get('back'), to(target.path))
  return data(
    { list, title: target.title, back, target: { kind: asked.kind, id: asked.target }, reply: query.get('reply') },
    { headers: privateHeaders() },
  )
}

/** `intent` absent: `kind`, `target`, `parent`, `body`, `back`. `delete`, `undelete`: `id`. */
export async function action(args: Route.ActionArgs) {
  return answerComment(args.request, openShop(args), textFields(await args.request.formData()))
}

export default function CommentsRoute({ loaderData, actionData }: Route.ComponentProps) {
  const given = isCommentAnswer(actionData) ? actionData : undefined
  return (
    <Shell section="none">
      <main id="main">
        <CommentsPage {...loaderData} given={given} />
      </main>
    </Shell>
  )
}
