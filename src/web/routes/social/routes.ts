import { type RouteConfigEntry, route } from '@react-router/dev/routes'

/** Pages of this area, below the language. Files are named from src/web. */
export const socialRoutes: RouteConfigEntry[] = [
  route('comments', 'routes/social/comments.tsx'),
  route('comments/mine', 'routes/social/comments-mine.ts'),
  route('collect', 'routes/social/collect.tsx'),
  route('boards/:id', 'routes/social/board.tsx'),
  route('consent', 'routes/social/consent.ts'),
  route('privacy', 'routes/social/privacy.tsx'),
  route('promote/:product', 'routes/social/promote.tsx'),
  route('product-personal', 'routes/social/product-personal.ts'),
  route('account/addresses', 'routes/social/addresses.tsx'),
  route('account/comments', 'routes/social/my-comments.tsx'),
  route('desk/comments', 'routes/social/desk-comments.tsx'),
  route('account/boards', 'routes/social/my-boards.tsx'),
  route('account/boards/:id', 'routes/social/my-board.tsx'),
]
