import { type RouteConfigEntry, route } from '@react-router/dev/routes'

/** Pages of this area, below the language. Files are named from src/web. */
export const studioRoutes: RouteConfigEntry[] = [
  route('studio', 'routes/studio/home.tsx'),
  route('studio/new', 'routes/studio/new.tsx'),
  route('studio/new/:kind', 'routes/studio/new-piece.tsx'),
  route('studio/pieces', 'routes/studio/pieces.tsx'),
  route('studio/pieces/:id', 'routes/studio/piece.tsx'),
  route('studio/pieces/:id/preview', 'routes/studio/preview.tsx'),
]
