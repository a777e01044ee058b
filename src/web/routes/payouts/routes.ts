import { type RouteConfigEntry, route } from '@react-router/dev/routes'

/** Pages of this area, below the language. Files are named from src/web. */
export const payoutRoutes: RouteConfigEntry[] = [
  route('studio/payouts', 'routes/payouts/my-payouts.tsx'),
  route('studio/statements/:month', 'routes/payouts/statement.tsx'),
  route('desk/payouts', 'routes/payouts/desk-payouts.tsx'),
  route('desk/payouts/:id', 'routes/payouts/payout-run.tsx'),
]
