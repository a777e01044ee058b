import { data, redirect } from 'react-router'
import { listMyBoards } from '../../../flows/boards/list-boards.ts'
import { createBoard } from '../../../flows/boards/save-board.ts'
import { AccountFrame } from '../../../ui/account/AccountFrame.tsx'
import { isLocale, localePath, translate } from '../../../ui/i18n/index.ts'
import { boards as messages } from '../../../ui/i18n/messages/boards.ts'
import { MyBoards } from '../../../ui/social/MyBoards.tsx'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { membersOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/my-boards'
import { refusedBoard } from './board-form.ts'
import { privateHeaders } from './target.ts'

export { personalLinks as links } from './links.ts'
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, isLocale(args.params.lang) ? args.params.lang : 'zh', 'mine'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await membersOnly(args)
  return data({ boards: valueOr404(await listMyBoards(ctx, actor, { locale })) }, { headers: privateHeaders() })
}

/** A new board, and to it. */
export async function action(args: Route.ActionArgs) {
  const { ctx, actor, locale } = await membersOnly(args)
  const { title = '', visibility } = textFields(await args.request.formData())
  const made = await createBoard(ctx, actor, { title, visibility: visibility === 'public' ? 'public' : 'private' })
  return made.ok ? redirect(localePath(locale, `/account/boards/${made.value.id}`)) : refusedBoard(made.failure, title)
}

export default function MyBoardsRoute({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <AccountFrame part="boards">
      <MyBoards boards={loaderData.boards} {...(actionData ? { refused: actionData } : {})} />
    </AccountFrame>
  )
}
