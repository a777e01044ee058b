import { type RouteConfigEntry, route } from '@react-router/dev/routes'

/** Pages of this area, below the language. Files are named from src/web. */
export const riskRoutes: RouteConfigEntry[] = [
  route('desk/risk', 'routes/risk/desk-risk.tsx'),
  route('desk/claims', 'routes/risk/desk-claims.tsx'),
  route('desk/simulator', 'routes/risk/desk-simulator.tsx'),
  route('studio/claims', 'routes/risk/my-claims.tsx'),
]
