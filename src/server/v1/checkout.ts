import type { Route } from './route.ts'

/** Cart and checkout. */
export const checkoutRoutes: Route[] = []
