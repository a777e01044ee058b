import { type RouteConfigEntry, route } from '@react-router/dev/routes'

/** Pages of this area, below the language. Files are named from src/web. */
export const commerceRoutes: RouteConfigEntry[] = [
  route('cart', 'routes/commerce/cart.tsx'),
  route('checkout', 'routes/commerce/checkout.tsx'),
  route('pay/:paymentId', 'routes/commerce/pay.tsx'),
  route('orders', 'routes/commerce/orders.tsx'),
  route('orders/:id', 'routes/commerce/order.tsx'),
  route('orders/:id/why', 'routes/commerce/why.tsx'),
  route('desk/orders', 'routes/commerce/desk-orders.tsx'),
  route('studio/earnings', 'routes/commerce/earnings.tsx'),
]
