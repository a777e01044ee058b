import { type RouteConfigEntry, route } from '@react-router/dev/routes'

/** The workbench of src/ui: outside and below a language. They are no part of a build, so they do not exist in production. */
export const workbenchRoutes: RouteConfigEntry[] = [route('_ui', 'routes/workbench/workbench.tsx')]
export const workbenchScreens: RouteConfigEntry[] = [route('_ui/:screen/:state', 'routes/workbench/screen.tsx')]
