import type { Express, Request, Response } from 'express'
import type { Ctx } from '../context.ts'
import { type AddressKind, addressKinds, countParts, type ListedPage, listAddresses, PART_SIZE } from '../flows/shop/list-addresses.ts'
import { fail } from '../lib/result.ts'
import type { Visit } from '../lib/visit.ts'
import { htmlLang } from '../ui/i18n/index.ts'
import { sendFailure } from './http/answers.ts'

const part = /^\/sitemap-([a-z]+)-([1-9]\d{0,4})\.xml$/

/** What search engines may read: a list of lists, and each list with its languages. Made when asked for, kept by nobody for longer than a second (Visibility). */
export function mountSitemap(app: Express, ctx: Ctx): void {
  app.get('/robots.txt', (_req, res) => {
    res.setHeader('cache-control', 'public, max-age=3600')
    res.type('text/plain').send(robots(originOf(res)))
  })
  app.get('/sitemap.xml', (req, res) => answer(ctx, req, res, async () => sitemapIndex(originOf(res), await countParts(ctx))))
  app.get(part, (req, res) => {
    const [, kind, page] = part.exec(req.path) ?? []
    if (!isKind(kind)) return sendFailure(res, absent)
    return answer(ctx, req, res, async () => {
      const pages = await listAddresses(ctx, kind, Number(page))
      return pages.length > 0 || page === '1' ? sitemapPart(originOf(res), pages) : null
    })
  })
}

const absent = fail('not_found', 'There is no such part of the sitemap.').failure
const isKind = (kind: string | undefined): kind is AddressKind => (addressKinds as readonly string[]).includes(kind ?? '')
const originOf = (res: Response): string => (res.locals.visit as Visit).origin

/** Parts that are being made, by address: a robot that asks for one ten times has it made once. */
const making = new Map<string, Promise<string | null>>()

async function answer(ctx: Ctx, req: Request, res: Response, make: () => Promise<string | null>): Promise<void> {
  const key = `${originOf(res)}${req.path}`
  try {
    let made = making.get(key)
    if (!made) {
      made = make().finally(() => making.delete(key))
      making.set(key, made)
    }
    const xml = await made
    if (xml === null) return sendFailure(res, absent)
    res.setHeader('cache-control', 'public, max-age=0, s-maxage=1, must-revalidate')
    res.type('application/xml').send(xml)
  } catch (error) {
    ctx.log.error({ err: error, path: req.path }, 'The sitemap could not be made')
    sendFailure(res, { code: 'unavailable', message: 'The sitemap cannot be made now.' })
  }
}

/** Personal pages and doors for programs; pages that say `noindex` themselves stay readable, so that it can be read. */
const robots = (origin: string): string =>
  [
    'User-agent: *',
    ...['/admin', '/api/', '/v1/', '/go/', '/webhooks/'].map((path) => `Disallow: ${path}`),
    ...['cart', 'checkout', 'pay/', 'orders', 'account', 'notifications', 'studio', 'desk'].map((path) => `Disallow: /*/${path}`),
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n')

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** The list of lists (sitemaps.org). */
export function sitemapIndex(origin: string, parts: Readonly<Record<AddressKind, number>>): string {
  const names = addressKinds.flatMap((kind) => Array.from({ length: parts[kind] }, (_, at) => `/sitemap-${kind}-${at + 1}.xml`))
  const rows = names.map((name) => `<sitemap><loc>${address(origin, name)}</loc></sitemap>`)
  return `${head}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('\n')}\n</sitemapindex>\n`
}

/** One list. A page that has two languages is listed once for each (a piece once: its translation is a piece too), and names both and the one for all others. */
export function sitemapPart(origin: string, pages: readonly ListedPage[]): string {
  const rows = pages.slice(0, PART_SIZE).flatMap(({ paths, alone, changedAt }) => {
    const ways = paths.length < 2 ? '' : alternates(origin, paths)
    const modified = changedAt ? `<lastmod>${changedAt}</lastmod>` : ''
    return (alone ? paths.slice(0, 1) : paths).map(([, path]) => `<url><loc>${address(origin, path)}</loc>${modified}${ways}</url>`)
  })
  const namespaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
  return `${head}<urlset ${namespaces}>\n${rows.join('\n')}\n</urlset>\n`
}

/** As the pages themselves say it (web/lib/meta.ts), with the one for all others. */
function alternates(origin: string, paths: ListedPage['paths']): string {
  const link = (language: string, path: string) => `<xhtml:link rel="alternate" hreflang="${language}" href="${address(origin, path)}"/>`
  const standard = paths.find(([locale]) => locale === 'zh') ?? paths[0]
  return [...paths.map(([locale, path]) => link(htmlLang[locale], path)), ...(standard ? [link('x-default', standard[1])] : [])].join('')
}

const address = (origin: string, path: string): string => escapeXml(new URL(path, `${origin}/`).href)

const escapeXml = (text: string): string =>
  text.replace(/[<>&'"]/g, (char) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', "'": '&apos;', '"': '&quot;' })[char] ?? char)
