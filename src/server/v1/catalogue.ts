import type { Route } from './route.ts'

/** Search, feeds and products for everybody. */
export const catalogueRoutes: Route[] = []
