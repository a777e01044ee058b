import { data } from 'react-router'
import { listOwnComments } from '../../../flows/comments/list-comments.ts'
import { openShop } from '../shop/door.ts'
import type { Route } from './+types/comments-mine'
import { askedTarget, privateHeaders } from './target.ts'

/** What of the comments under something is the visitor's own; empty for a guest. Fetched by the browser. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx, visit, query } = openShop(args)
  const own = await listOwnComments(ctx, await visit.actor(), askedTarget(query))
  return data(own.ok ? own.value : { ids: [], held: [] }, { headers: privateHeaders() })
}
