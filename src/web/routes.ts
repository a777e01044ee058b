import { index, type RouteConfig, route } from '@react-router/dev/routes'
import { accountRoutes } from './routes/account/routes.ts'
import { commerceRoutes } from './routes/commerce/routes.ts'
import { couponRoutes } from './routes/coupons/routes.ts'
import { deskRoutes } from './routes/desk/routes.ts'
import { financeRoutes } from './routes/finance/routes.ts'
import { payoutRoutes } from './routes/payouts/routes.ts'
import { programmeRoutes } from './routes/programmes/routes.ts'
import { riskRoutes } from './routes/risk/routes.ts'
import { shopRoutes } from './routes/shop/routes.ts'
import { socialRoutes } from './routes/social/routes.ts'
import { studioRoutes } from './routes/studio/routes.ts'
import { workbenchRoutes, workbenchScreens } from './routes/workbench/routes.ts'

/** A build for production does not contain the workbench. */
const inDevelopment = process.env.NODE_ENV !== 'production'

/** Every page lives below its language; `/` chooses one. Each area lists its own pages. */
export default [
  index('routes/choose-language.ts'),
  route(':lang', 'routes/language.tsx', [
    ...shopRoutes,
    ...socialRoutes,
    ...commerceRoutes,
    ...couponRoutes,
    ...accountRoutes,
    ...studioRoutes,
    ...payoutRoutes,
    ...financeRoutes,
    ...riskRoutes,
    ...programmeRoutes,
    ...deskRoutes,
    ...(inDevelopment ? workbenchScreens : []),
  ]),
  ...(inDevelopment ? workbenchRoutes : []),
  route('*', 'routes/missing.ts'),
] satisfies RouteConfig
