import type { Route } from './route.ts'

/** Accounts, and what is about one person. */
export const accountRoutes: Route[] = []
