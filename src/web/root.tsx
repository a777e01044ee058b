import { type ReactNode, useEffect } from 'react'
import {
  isRouteErrorResponse,
  Links,
  type LinksFunction,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteLoaderData,
} from 'react-router'
import { readShopFrame } from '../flows/shop/read-shop-frame.ts'
import { tag } from '../lib/page-tags.ts'
import { publicPageKind } from '../lib/public-pages.ts'
import { htmlLang, LocaleProvider, localeOf, translate } from '../ui/i18n/index.ts'
import { common } from '../ui/i18n/messages/common.ts'
import { shop } from '../ui/i18n/messages/shop.ts'
import { ToastProvider } from '../ui/primitives/Toast.tsx'
import { ConsentBar } from '../ui/shell/ConsentBar.tsx'
import { cartScript } from '../ui/shell/cart-mark.ts'
import { consentScript } from '../ui/shell/consent.ts'
import { themeScript } from '../ui/shell/theme.ts'
import { errorKind, errorTitles } from '../ui/shop/ErrorPage.tsx'
import styles from '../ui/styles/every-page.css?url'
import type { Route } from './+types/root'
import { BootScripts } from './boot/BootScripts.tsx'
import { appContext, pageTags, visitContext } from './contexts.ts'
import { BrowserPersonal } from './lib/BrowserPersonal.tsx'
import { useNonce } from './lib/nonce.ts'
import { Problem } from './lib/Problem.tsx'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/logo.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
]

/** Each language is installed as itself; both are one app. */
const manifests = { zh: '/manifest.webmanifest', en: '/manifest.en.webmanifest' } as const

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const { origin, requestId } = context.get(visitContext)
  context.get(pageTags).add(tag.site())
  return { ...(await readShopFrame(ctx)), now: ctx.clock.now().toISOString(), origin, ...(requestId ? { requestId } : {}) }
}

/** For pages that could not be shown; every other page brings its own, with more words (`pageMeta`, which no public page's script needs). */
export const meta = ({ location, error }: Route.MetaArgs) => {
  const locale = localeOf(location.pathname)
  const site = translate(common, locale, 'siteName')
  if (error === undefined) return [{ title: site }]
  const kind = errorKind(isRouteErrorResponse(error) ? error.status : 500)
  return [{ title: `${translate(shop, locale, errorTitles[kind])} · ${site}` }, { name: 'robots', content: 'noindex' }]
}

/** What the frame shows does not change with a click; React Router then leaves this loader out of `.data` requests. */
export const shouldRevalidate = () => false

export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>('root')
  const { pathname } = useLocation()
  const locale = localeOf(pathname)
  const nonce = useNonce()
  useEffect(takeOver, [])
  return (
    <html lang={htmlLang[locale]} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#FBFAF7" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#101411" />
        <link rel="manifest" href={manifests[locale]} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: one constant text of ours, allowed by the nonce */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: themeScript + consentScript + cartScript }} />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleProvider locale={locale} timeZone={frame?.timeZone ?? 'UTC'} now={frame?.now ?? '1970-01-01T00:00:00.000Z'}>
          <BrowserPersonal>
            <ToastProvider>
              {children}
              <ConsentBar />
            </ToastProvider>
          </BrowserPersonal>
        </LocaleProvider>
        <ScrollRestoration />
        {waits(pathname) ? <BootScripts /> : <Scripts />}
      </body>
    </html>
  )
}

/** Public pages are read before anything of them needs script; in development nothing waits, so that reloading works. */
const waits = (pathname: string): boolean => !import.meta.env.DEV && publicPageKind(pathname) !== null

/** React has taken over: taps that were held until now are given to it. */
function takeOver(): void {
  window.boot?.done()
  document.documentElement.dataset.live = ''
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <Problem error={error} />
}
