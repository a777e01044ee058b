import type { Route } from './route.ts'

/** The editors' desk. */
export const reviewRoutes: Route[] = []
