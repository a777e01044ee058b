import { data, redirect } from 'react-router'
import { listBoardChoices } from '../../../flows/boards/list-boards.ts'
import { readTarget } from '../../../flows/comments/read-target.ts'
import { ownPath } from '../../../lib/own-path.ts'
import { isLocale, translate } from '../../../ui/i18n/index.ts'
import { social } from '../../../ui/i18n/messages/social.ts'
import { Shell } from '../../../ui/shell/Shell.tsx'
import { CollectPage } from '../../../ui/social/CollectPage.tsx'
import { isCollectAnswer } from '../../../ui/social/use-collect.ts'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { membersOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { openShop } from '../shop/door.ts'
import type { Route } from './+types/collect'
import { answerCollect } from './collect-action.ts'
import { askedTarget, privateHeaders } from './target.ts'

export { unlessOnlyMarked as shouldRevalidate } from '../../lib/revalidation.ts'
export { personalLinks as links } from './links.ts'
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(social, isLocale(args.params.lang) ? args.params.lang : 'zh', 'collectSheet'), noindex: true })

/** `?kind=&target=&back=`: on which of one's boards it is. Without a target there is nothing to collect: the boards. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await membersOnly(args)
  const { query, to } = openShop(args)
  if (!query.has('target')) throw redirect(to('/account/boards'))
  const { kind, target } = askedTarget(query)
  const about = valueOr404(await readTarget(ctx, { kind, id: target }, locale))
  const boards = valueOr404(await listBoardChoices(ctx, actor, { target }))
  const back = ownPath(query.get('back'), to(about.path))
  return data({ boards, title: about.title, back, target: { kind, id: target } }, { headers: privateHeaders() })
}

/** `kind`, `target`, `on` (`1` or `0`), `board`; `intent` = `new` with `title` makes a board first. */
export async function action(args: Route.ActionArgs) {
  return answerCollect(args.request, openShop(args), textFields(await args.request.formData()))
}

export default function CollectRoute({ loaderData, actionData }: Route.ComponentProps) {
  const refused = isCollectAnswer(actionData) && !actionData.ok ? actionData : undefined
  return (
    <Shell section="me">
      <main id="main">
        <CollectPage {...loaderData} {...(refused ? { refused } : {})} />
      </main>
    </Shell>
  )
}
