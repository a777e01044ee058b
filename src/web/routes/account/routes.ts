import { type RouteConfigEntry, route } from '@react-router/dev/routes'

/** Pages of this area, below the language. Files are named from src/web. */
export const accountRoutes: RouteConfigEntry[] = [
  route('login', 'routes/account/log-in.tsx'),
  route('sign-up', 'routes/account/sign-up.tsx'),
  route('forgot-password', 'routes/account/forgot-password.tsx'),
  route('reset-password', 'routes/account/reset-password.tsx'),
  route('verify-email', 'routes/account/verify-email.tsx'),
  route('first-admin', 'routes/account/first-admin.tsx'),
  route('account', 'routes/account/account.tsx'),
  route('notifications', 'routes/account/notifications.tsx'),
  route('preferences', 'routes/account/preferences.tsx'),
  route('studio/join', 'routes/account/become-creator.tsx'),
]
