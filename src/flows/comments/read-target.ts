import type { Ctx } from '../../context.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { CommentTargetKind } from '../../modules/comments/index.ts'
import type { ShopLocale } from '../shop/views.ts'
import { findTarget } from './find-target.ts'

/** Title and path of something that readers can see: what a page about it is headed with. */
export async function readTarget(
  ctx: Ctx,
  asked: { kind: CommentTargetKind; id: string },
  locale: ShopLocale,
): Promise<Result<{ title: string; path: string }>> {
  const target = await findTarget(await ctx.req(), asked, locale)
  return target ? ok({ title: target.title, path: target.path }) : fail('not_found', 'There is no such public piece or product.')
}
