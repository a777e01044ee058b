import { index, type RouteConfigEntry, route } from '@react-router/dev/routes'

/** Pages of this area, below the language. Files are named from src/web. */
export const shopRoutes: RouteConfigEntry[] = [
  index('routes/shop/home.tsx'),
  route('p/:id', 'routes/shop/post.tsx'),
  route('v/:id', 'routes/shop/video-note.tsx'),
  route('product/:slug', 'routes/shop/product.tsx'),
  route('creator/:handle', 'routes/shop/creator.tsx'),
  route('topic/:slug', 'routes/shop/topic.tsx'),
  route('search', 'routes/shop/search.tsx'),
  route('why-feed', 'routes/shop/why-feed.tsx'),
  route('like', 'routes/shop/like.ts'),
  route('follow', 'routes/shop/follow.ts'),
  route('share', 'routes/shop/share.tsx'),
  route('language', 'routes/shop/language.ts'),
]
