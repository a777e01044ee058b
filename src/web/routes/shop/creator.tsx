import { listPublicBoards } from '../../../flows/boards/list-boards.ts'
import { readCreator } from '../../../flows/shop/read-creator.ts'
import { readTrust } from '../../../flows/shop/read-trust.ts'
import { Creator } from '../../../ui/shop/Creator.tsx'
import { creatorPath } from '../../../ui/view/piece.ts'
import { valueOr404 } from '../../lib/answers.ts'
import { loaderMeta } from '../../lib/public-meta.ts'
import { useGrowingList } from '../../lib/use-growing-list.ts'
import type { Route } from './+types/creator'
import { openShop, withQuery } from './door.ts'
import { creatorPage } from './page-facts.ts'
import { verticalNames } from './views.ts'

export { unlessOnlyMarked as shouldRevalidate } from '../../lib/revalidation.ts'

export const meta = (args: Route.MetaArgs) => args.loaderData?.meta ?? []

/** `?kind=post|video-note` shows one kind. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx, locale, query, to } = openShop(args)
  const asked = query.get('kind')
  const wanted = asked === 'post' || asked === 'video-note' || asked === 'boards' ? asked : 'all'
  const after = query.get('after') ?? ''
  const { next, ...creator } = valueOr404(
    await readCreator(ctx, { handle: args.params.handle, kind: wanted === 'boards' ? 'all' : wanted, locale, after }),
  )
  const boards = creator.suspended ? [] : await listPublicBoards(ctx, { creatorId: creator.id, locale })
  // The last board went: what the tab was for is everything again.
  const kind = wanted === 'boards' && boards.length === 0 ? 'all' : wanted
  const more = next === null ? undefined : withQuery(to(creatorPath(creator)), { kind: kind === 'all' ? null : kind, after: next })
  const trust = creator.suspended ? {} : { trust: await readTrust(ctx, { creatorId: creator.id }) }
  return {
    meta: loaderMeta(args, creatorPage(creator, locale)),
    creator: { ...creator, ...trust, boards, kind, verticals: verticalNames(creator.verticals, locale), more },
    after,
    next,
  } as const
}

export default function CreatorPage({ loaderData }: Route.ComponentProps) {
  const { creator, after, next } = loaderData
  const pieces = useGrowingList({ list: `${creator.id} ${creator.kind}`, after, next, items: creator.pieces })
  return <Creator creator={{ ...creator, pieces: [...pieces] }} />
}
