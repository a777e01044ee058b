import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { LocaleProvider } from '../../../src/ui/i18n/index.ts'

/** A screen as it leaves the server, before any script. */
export function html(element: ReactElement, locale: 'zh' | 'en' = 'zh'): string {
  const router = createMemoryRouter([{ path: '*', element }])
  return renderToString(
    <LocaleProvider locale={locale} timeZone="Asia/Shanghai" now="2026-11-22T12:40:00.000Z">
      <RouterProvider router={router} />
    </LocaleProvider>,
  ).replaceAll('<!-- -->', '')
}

/** What one reads of it, with single spaces between the parts. */
export const textOf = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
