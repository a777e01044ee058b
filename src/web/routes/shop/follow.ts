import { redirect } from 'react-router'
import { followCreator } from '../../../flows/accounts/follow-creator.ts'
import { textFields } from '../../lib/answers.ts'
import { markAnswer } from '../../lib/mark-action.ts'
import type { Route } from './+types/follow'
import { openShop } from './door.ts'

/** A form posts here; whoever opens the address wanted the home page. */
export const loader = (args: Route.LoaderArgs) => redirect(openShop(args).to('/'))

/** `creator` (id), `follow` (`1` or `0`), `back`. */
export async function action(args: Route.ActionArgs) {
  const { ctx, visit, locale } = openShop(args)
  const { creator = '', follow, back } = textFields(await args.request.formData())
  return markAnswer(args.request, await followCreator(ctx, await visit.actor(), { creatorId: creator, on: follow === '1' }), {
    back,
    locale,
  })
}
