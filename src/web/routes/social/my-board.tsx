import { useMemo } from 'react'
import { data, redirect } from 'react-router'
import { collect } from '../../../flows/boards/collect.ts'
import { readMyBoard } from '../../../flows/boards/read-board.ts'
import { changeBoard, deleteBoard } from '../../../flows/boards/save-board.ts'
import { AccountFrame } from '../../../ui/account/AccountFrame.tsx'
import { localePath } from '../../../ui/i18n/index.ts'
import { MyBoard } from '../../../ui/social/MyBoard.tsx'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { membersOnly } from '../../lib/gates.ts'
import { wantsDocument } from '../../lib/mark-action.ts'
import { pageMeta } from '../../lib/meta.ts'
import { useGrowingList } from '../../lib/use-growing-list.ts'
import { withQuery } from '../shop/door.ts'
import type { Route } from './+types/my-board'
import { refusedBoard } from './board-form.ts'
import { privateHeaders, targetOf } from './target.ts'

export { personalLinks as links } from './links.ts'
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) => pageMeta(args, { title: args.loaderData?.board.title ?? '', noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await membersOnly(args)
  const { searchParams } = new URL(args.request.url)
  const after = searchParams.get('after') ?? ''
  const { next, ...board } = valueOr404(await readMyBoard(ctx, actor, { id: args.params.id, after, locale }))
  const more = next === null ? undefined : withQuery(localePath(locale, `/account/boards/${board.id}`), { after: next })
  return data({ board, after, next, more, saved: searchParams.has('saved') }, { headers: privateHeaders() })
}

/** `intent`: `change` (`title`, `visibility`), `take-out` (`kind`, `target`), `delete`. */
export async function action(args: Route.ActionArgs) {
  const { ctx, actor, locale } = await membersOnly(args)
  const { id } = args.params
  const fields = textFields(await args.request.formData())
  const self = localePath(locale, `/account/boards/${id}`)
  if (fields.intent === 'delete') {
    valueOr404(await deleteBoard(ctx, actor, { id }))
    return done(args.request, localePath(locale, '/account/boards'))
  }
  if (fields.intent === 'take-out') {
    valueOr404(await collect(ctx, actor, { ...targetOf(fields), on: false, board: id }))
    return done(args.request, self)
  }
  const { title = '', visibility } = fields
  const changed = await changeBoard(ctx, actor, { id, title, visibility: visibility === 'public' ? 'public' : 'private' })
  return changed.ok ? redirect(`${self}?saved`) : refusedBoard(changed.failure, title)
}

/** What was put off for ten seconds must not move the reader, who is elsewhere by now. */
const done = (request: Request, to: string) => (wantsDocument(request) ? redirect(to) : data({ done: true as const }))

export default function MyBoardRoute({ loaderData, actionData }: Route.ComponentProps) {
  const { board, after, next, more, saved } = loaderData
  // The same list as long as the part is the same: a new one in each render would be a new part.
  const part = useMemo(() => board.items.map((item) => ({ ...item, id: item.target })), [board.items])
  const items = useGrowingList({ list: `mine ${board.id}`, after, next, items: part })
  const refused = actionData && 'problem' in actionData ? actionData : undefined
  return (
    <AccountFrame part="boards">
      <MyBoard board={{ ...board, items: [...items] }} more={more} saved={saved} {...(refused ? { refused } : {})} />
    </AccountFrame>
  )
}
