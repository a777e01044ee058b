import { readPost } from '../../../flows/shop/read-piece.ts'
import { readSocial } from '../../../flows/shop/read-social.ts'
import { Post } from '../../../ui/shop/Post.tsx'
import { loaderMeta } from '../../lib/public-meta.ts'
import type { Route } from './+types/post'
import { openShop } from './door.ts'
import { valueOrGone } from './gone.ts'
import { postPage } from './page-facts.ts'
import { pieceView, socialOf } from './views.ts'

export { unlessOnlyMarked as shouldRevalidate } from '../../lib/revalidation.ts'

export const meta = (args: Route.MetaArgs) => args.loaderData?.meta ?? []

export async function loader(args: Route.LoaderArgs) {
  const { ctx, locale } = openShop(args)
  const post = pieceView(await valueOrGone(await readPost(ctx, { id: args.params.id, locale }), args), locale)
  const meta = loaderMeta(args, postPage(post, locale))
  return { meta, post: { ...post, social: await readSocial(ctx, socialOf('posts', post)) } }
}

export default function PostPage({ loaderData }: Route.ComponentProps) {
  const { post } = loaderData
  return <Post key={post.id} post={post} />
}
