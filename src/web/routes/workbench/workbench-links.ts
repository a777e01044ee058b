import type { LinksFunction } from 'react-router'
import commerce from '../../../ui/commerce/commerce.css?url'
import desk from '../../../ui/desk/desk.css?url'
import dashboard from '../../../ui/studio/dashboard.css?url'
import studio from '../../../ui/studio/studio.css?url'
import workbench from '../../../ui/workbench/workbench.css?url'

/** The sheets of everything that is shown, beside those of every page. */
export const workbenchLinks: LinksFunction = () =>
  [studio, dashboard, desk, commerce, workbench].map((href) => ({ rel: 'stylesheet', href }))
