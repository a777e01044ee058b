import { type RouteConfigEntry, route } from '@react-router/dev/routes'

/** Pages of this area, below the language. Files are named from src/web. */
export const programmeRoutes: RouteConfigEntry[] = [
  route('desk/programmes', 'routes/programmes/desk-programmes.tsx'),
  route('desk/programmes/:id', 'routes/programmes/desk-programme.tsx'),
  route('studio/programmes', 'routes/programmes/my-programmes.tsx'),
]
