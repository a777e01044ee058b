import type { Config } from '@react-router/dev/config'

export default {
  ssr: true,
  appDirectory: 'src/web',
  // One file that lists all routes, instead of a request per page view with the paths of its links in the query.
  routeDiscovery: { mode: 'initial' },
  future: { v8_middleware: true, v8_splitRouteModules: true, v8_viteEnvironmentApi: true },
} satisfies Config
