import { type RouteConfigEntry, route } from '@react-router/dev/routes'

/** Pages of this area, below the language. Files are named from src/web. */
export const financeRoutes: RouteConfigEntry[] = [
  route('desk/holds', 'routes/finance/desk-holds.tsx'),
  route('desk/bonuses', 'routes/finance/desk-bonuses.tsx'),
  route('desk/payment-troubles', 'routes/finance/desk-troubles.tsx'),
]
