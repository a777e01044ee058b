import type { RouteConfigEntry } from '@react-router/dev/routes'

/** Pages of this area, below the language. Files are named from src/web. */
export const commerceRoutes: RouteConfigEntry[] = []
