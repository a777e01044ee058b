import type { Route } from './route.ts'

/** Orders, refunds, why, earnings. */
export const moneyRoutes: Route[] = []
