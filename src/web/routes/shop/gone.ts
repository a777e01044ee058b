import { data } from 'react-router'
import { readHome } from '../../../flows/shop/read-home.ts'
import { tag } from '../../../lib/page-tags.ts'
import type { Result } from '../../../lib/result.ts'
import { pageTags } from '../../contexts.ts'
import { valueOr404 } from '../../lib/answers.ts'
import { type DoorArgs, openShop } from './door.ts'

/** Pieces below the notice that something is gone. */
const OTHERS = 8

/** The value, or the page for what went wrong. Where it is gone, that page shows what others read now: whoever came by an old link goes on. */
export async function valueOrGone<T>(result: Result<T>, args: DoorArgs): Promise<T> {
  if (result.ok || result.failure.code !== 'gone') return valueOr404(result)
  const { ctx, locale } = openShop(args)
  const tags = args.context.get(pageTags)
  tags.add(tag.feed('trending'))
  const others = await readHome(ctx, { locale, tab: 'trending' })
  const related = others.ok ? others.value.pieces.slice(0, OTHERS) : []
  for (const { id, creator } of related) tags.add(tag.piece(id), tag.creator(creator.id))
  throw data({ code: 'gone', message: result.failure.message, related }, { status: 410 })
}
