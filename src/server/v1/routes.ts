import { accountRoutes } from './accounts.ts'
import { addressRoutes } from './addresses.ts'
import { boardRoutes } from './boards.ts'
import { catalogueRoutes } from './catalogue.ts'
import { checkoutRoutes } from './checkout.ts'
import { commentRoutes } from './comments.ts'
import { conversionRoutes } from './conversions.ts'
import { couponRoutes } from './coupons.ts'
import { eventRoutes } from './events.ts'
import { feedRoutes } from './feeds.ts'
import { fraudRoutes } from './fraud.ts'
import { mediaRoutes } from './media.ts'
import { moneyRoutes } from './money.ts'
import { operationsRoutes } from './operations.ts'
import { orderRoutes } from './orders.ts'
import { payoutRoutes } from './payouts.ts'
import { pieceRoutes } from './pieces.ts'
import { programmeRoutes } from './programmes.ts'
import { promoterRoutes } from './promoters.ts'
import { reviewRoutes } from './review.ts'
import type { Route } from './route.ts'
import { sharingRoutes } from './sharing.ts'

/** Every endpoint of `/v1`, by area. */
export const allRoutes = (): Route[] => [
  ...accountRoutes,
  ...addressRoutes,
  ...boardRoutes,
  ...catalogueRoutes,
  ...eventRoutes,
  ...feedRoutes,
  ...fraudRoutes,
  ...checkoutRoutes,
  ...commentRoutes,
  ...couponRoutes,
  ...conversionRoutes,
  ...moneyRoutes,
  ...orderRoutes,
  ...mediaRoutes,
  ...operationsRoutes,
  ...payoutRoutes,
  ...pieceRoutes,
  ...programmeRoutes,
  ...promoterRoutes,
  ...reviewRoutes,
  ...sharingRoutes,
]
