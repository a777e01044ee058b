import { redirect } from 'react-router'
import { likeById } from '../../../flows/shop/like-by-id.ts'
import { textFields } from '../../lib/answers.ts'
import { markAnswer } from '../../lib/mark-action.ts'
import type { Route } from './+types/like'
import { openShop } from './door.ts'

/** A form posts here; whoever opens the address wanted the home page. */
export const loader = (args: Route.LoaderArgs) => redirect(openShop(args).to('/'))

/** `piece` (id), `like` (`1` or `0`), `back`. */
export async function action(args: Route.ActionArgs) {
  const { ctx, visit, locale } = openShop(args)
  const { piece = '', like, back } = textFields(await args.request.formData())
  return markAnswer(args.request, await likeById(ctx, await visit.actor(), { id: piece, on: like === '1' }), { back, locale })
}
