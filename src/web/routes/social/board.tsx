import { useMemo } from 'react'
import { readBoard } from '../../../flows/boards/read-board.ts'
import { widestUrl } from '../../../lib/picture-sizes.ts'
import { Shell } from '../../../ui/shell/Shell.tsx'
import { BoardPage } from '../../../ui/social/BoardPage.tsx'
import { valueOr404 } from '../../lib/answers.ts'
import { pageMeta } from '../../lib/meta.ts'
import { useGrowingList } from '../../lib/use-growing-list.ts'
import { openShop, withQuery } from '../shop/door.ts'
import type { Route } from './+types/board'

export { unlessOnlyMarked as shouldRevalidate } from '../../lib/revalidation.ts'

export const meta = (args: Route.MetaArgs) => {
  const board = args.loaderData?.board
  if (!board) return []
  const first = board.items[0]
  const picture = widestUrl((first?.kind === 'piece' ? first.piece.picture : first?.product.picture)?.sources ?? [])
  return pageMeta(args, { title: `${board.title} · ${board.owner.name}`, ...(picture ? { picture } : {}) })
}

/** A public board; a private one is not there, also for its owner, whose page is another. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx, locale, query, to } = openShop(args)
  const after = query.get('after') ?? ''
  const { next, ...board } = valueOr404(await readBoard(ctx, { id: args.params.id, after, locale }))
  const more = next === null ? undefined : withQuery(to(`/boards/${board.id}`), { after: next })
  return { board, after, next, more }
}

export default function BoardRoute({ loaderData }: Route.ComponentProps) {
  const { board, after, next, more } = loaderData
  // The same list as long as the part is the same: a new one in each render would be a new part.
  const part = useMemo(() => board.items.map((item) => ({ ...item, id: item.target })), [board.items])
  const items = useGrowingList({ list: board.id, after, next, items: part })
  return (
    <Shell section="none">
      <main id="main">
        <BoardPage board={{ ...board, items: [...items] }} more={more} />
      </main>
    </Shell>
  )
}
