import { accountAuthRoutes } from './accounts-auth.ts'
import { accountMeRoutes } from './accounts-me.ts'
import type { Route } from './route.ts'

/** Accounts, and what is about one person. */
export const accountRoutes: Route[] = [...accountAuthRoutes, ...accountMeRoutes]
