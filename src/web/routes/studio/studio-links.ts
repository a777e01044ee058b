import type { LinksFunction } from 'react-router'
import dashboard from '../../../ui/studio/dashboard.css?url'
import studio from '../../../ui/studio/studio.css?url'

const sheets = (...hrefs: string[]): ReturnType<LinksFunction> => hrefs.map((href) => ({ rel: 'stylesheet', href }))

/** Style of the studio's pages. */
export const studioLinks: LinksFunction = () => sheets(studio)

/** Style of the dashboard, which draws charts. */
export const dashboardLinks: LinksFunction = () => sheets(studio, dashboard)
