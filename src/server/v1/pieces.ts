import type { Route } from './route.ts'

/** A creator's pieces. */
export const pieceRoutes: Route[] = []
