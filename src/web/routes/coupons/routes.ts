import { type RouteConfigEntry, route } from '@react-router/dev/routes'

/** Discount codes: the desk's list and editor, a creator's own. Files are named from src/web. */
export const couponRoutes: RouteConfigEntry[] = [
  route('desk/coupons', 'routes/coupons/desk-coupons.tsx'),
  route('desk/coupons/new', 'routes/coupons/edit-coupon.tsx', { id: 'new-coupon' }),
  route('desk/coupons/:id', 'routes/coupons/edit-coupon.tsx', { id: 'edit-coupon' }),
  route('studio/coupons', 'routes/coupons/my-coupons.tsx'),
]
