import { type RouteConfigEntry, route } from '@react-router/dev/routes'

/** Pages of this area, below the language. Files are named from src/web. One page holds queue and item, so that a decision that is held back outlives the step to the next item. */
export const deskRoutes: RouteConfigEntry[] = [route('desk/history', 'routes/desk/history.tsx'), route('desk/:id?', 'routes/desk/desk.tsx')]
