import type { Route } from './route.ts'

/** Uploads. */
export const mediaRoutes: Route[] = []
